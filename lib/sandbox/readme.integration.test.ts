import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agree } from './testing/autopay';
import { cards, demo } from './testing/calls';
import { keepCard, pay, setStage, type Stage } from './testing/stage';

/** README.md of the gateway: every command in it works when it is pasted, in the order in which it stands there. */

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const run = promisify(execFile);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );

/** What the commands print, one text per block. The shell is one, so that what a block sets is there in the next. */
async function paste(commands: readonly string[], names: Record<string, string>): Promise<string[]> {
  const mark = '---- next ----';
  const { stdout } = await run('bash', ['-euc', commands.join(`\necho '${mark}'\n`)], {
    env: { ...process.env, ...names, BASE: stage.base, CONTROL_KEY: process.env.SANDBOX_CONTROL_KEY ?? '' },
  });
  return stdout.split(`${mark}\n`);
}

/** What the query of a paid session tells as internalReference. */
async function payOnce(): Promise<string> {
  const session = await stage.open();
  await pay(session, cards.approved);
  const { payment } = (await stage.query(session.requestId)) as unknown as {
    payment: { internalReference: number }[];
  };
  return String(payment[0]?.internalReference);
}

test('GW-README-01 every command works when pasted', async () => {
  const [first = '', ...rest] = blocks('sh');
  // The first block is about one setting and uses the names that the second one defines.
  const commands = [rest[0] ?? '', first, ...rest.slice(1)];
  const { subtoken } = await keepCard(stage, cards.approved);
  const printed = await paste(commands, {
    SUBTOKEN: subtoken,
    INTERNAL_REFERENCE: await payOnce(),
    ANOTHER_REFERENCE: await payOnce(),
    AUTOPAY_ID: (await agree(stage)).id,
  });
  expect(printed).toHaveLength(commands.length);
  for (const [at, text] of printed.entries()) {
    if (!/(call|autopay) [a-z]|control [A-Z]|curl -s \$BASE/.test(commands[at] ?? '')) continue;
    const answer = JSON.parse(text) as { status?: { status: string }; problem?: string };
    expect(answer.problem, commands[at]).toBeUndefined();
    if (/(call|autopay) [a-z]/.test(commands[at] ?? '')) {
      expect(answer.status?.status, `${commands[at]}\n${text}`).toMatch(/^(OK|APPROVED|PENDING)$/);
    }
  }
}, 120_000);

test('GW-README-02 every endpoint of the API has its heading and its curl', () => {
  const folder = join(process.cwd(), 'app/(sandbox)/sandbox');
  const endpoints = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(api|autopay)[\\/].*route\.sandbox\.ts$/.test(file) && !file.includes('...missing'))
    .map((file) => file.split(sep).slice(0, -1).join('/').replaceAll('[', '{').replaceAll(']', '}'));
  const told = [...readme.matchAll(/^### .*`POST \/((?:api|autopay)\/[^`]+)`$/gm)].map(([, path]) => path);
  expect([...told].sort()).toEqual([...endpoints].sort());
});

test('GW-README-03 the Python of the README signs as the gateway wants it, and knows its signature', async () => {
  const [python = ''] = blocks('python');
  await stage.control('POST', 'sites', { login: demo.login, signature: 'sha256' });
  const session = await stage.open();
  const { body } = await stage.control('POST', `sessions/${session.requestId}/notify`);
  const script = `${python}
import json, sys
given = json.loads(sys.argv[1])
print(json.dumps([auth(given["login"], given["secret"]), is_genuine(given["told"], given["secret"]), is_genuine(given["told"], "another")]))`;
  const given = {
    login: demo.login,
    secret: demo.secretKey,
    told: JSON.parse(String(body.body)) as object,
  };
  const python3 = await run('python3', ['-c', script, JSON.stringify(given)]).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    },
  );
  // A machine without Python has nothing to try here.
  if (!python3) return;
  const [auth, genuine, forged] = JSON.parse(python3.stdout) as [object, boolean, boolean];
  expect([genuine, forged]).toEqual([true, false]);
  const response = await fetch(`${stage.base}/api/session/${session.requestId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ auth }),
  });
  expect(response.status).toBe(200);
});

test('GW-CONTROL-07 a site’s signature kind and address are changed while the gateway runs', async () => {
  const { login } = demo;
  const change = (more: object) => stage.control('POST', 'sites', { login, ...more });
  expect((await change({ signature: 'sha1', notificationUrl: stage.merchant.url })).http).toBe(200);
  const { requestId } = await stage.open();
  await stage.control('POST', `sessions/${requestId}/notify`);
  expect(stage.merchant.toldOf(requestId)[0]?.signature).toMatch(/^[0-9a-f]{40}$/);
  expect((await change({ signature: 'sha256' })).http).toBe(200);
  expect((await change({ signature: 'md5' })).http).toBe(400);
  expect((await change({ switches: { secondCapture: 'accept' } })).http).toBe(200);
  expect((await change({ switches: { secondCapture: 'maybe' } })).http).toBe(400);
  expect((await change({ switches: {} })).http).toBe(200);
  expect((await change({ notificationUrl: 'file:///etc/passwd' })).http).toBe(400);
  expect((await stage.control('POST', 'sites', { login: 'nobody', signature: 'sha1' })).http).toBe(404);
});
