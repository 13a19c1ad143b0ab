import { Agent, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { db } from './db';
import { agree, settle } from './testing/autopay';
import { cards } from './testing/calls';
import { findEndpoints } from './testing/endpoints';
import { drawCase, type Case, type World } from './testing/malformed';
import { pay, setStage, type Stage } from './testing/stage';

/**
 * Whatever is sent, the answer is the documented JSON, and what is refused has changed nothing. FUZZ_CASES says how many
 * cases, FUZZ_SEED which ones, FUZZ_FROM the first of them, to look at one again; `npm run fuzz:sandbox` tries 100,000.
 */
const count = Number(process.env.FUZZ_CASES ?? 5000);
const seed = process.env.FUZZ_SEED ?? 'ladera';

let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await setStage();
  world = { endpoints: findEndpoints(), foreign: await somebodyElse() };
});
afterAll(() => stage.close());

test(
  `GW-INPUT-01 ${count} malformed requests of the seed "${seed}" get the documented error, and change nothing`,
  async () => {
    const before = await fingerprints([]);
    const created: number[] = [];
    const wrong: string[] = [];
    const seen = new Map<string, number>();
    await eachOf(count, async (number) => {
      const drawn = drawCase(seed, number, world);
      const answer = await send(drawn);
      seen.set(answer.http, (seen.get(answer.http) ?? 0) + 1);
      const complaint = judge(answer);
      if (complaint) wrong.push(`case ${number}: ${complaint}: ${drawn.note}: ${show(drawn.body)}`);
      if (answer.http === '200' && /^(api|autopay)\/session$/.test(drawn.path))
        created.push(Number(answer.body?.requestId));
    });
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(await fingerprints(created)).toEqual(before);
    console.info(`answers: ${JSON.stringify(Object.fromEntries(seen))}`);
    // A run in which everything is refused at the door would judge nothing else.
    expect(Object.fromEntries(seen)).toMatchObject({
      400: expect.any(Number),
      401: expect.any(Number),
      404: expect.any(Number),
    });
    expect(Object.prototype).not.toHaveProperty('polluted');
  },
  Math.max(120_000, count * 60),
);

const status = z.strictObject({
  status: z.string().min(1),
  reason: z.union([z.string(), z.number()]),
  message: z.string().min(1).max(500),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/),
});

const refused = z.strictObject({ status: status.extend({ status: z.literal('FAILED') }) });
const done = z.looseObject({ status });

type Answer = { http: string; type: string; text: string; body: Record<string, unknown> | null };

/** What is wrong with an answer, or null. */
function judge({ http, type, text, body }: Answer): string | null {
  if (!['200', '400', '401', '404', '413'].includes(http)) return `HTTP ${http} ${text.slice(0, 200)}`;
  if (type !== 'application/json' || body === null) return `not JSON but ${type} ${text.slice(0, 200)}`;
  const told = (http === '200' ? done : refused).safeParse(body);
  return told.success ? null : `not the documented body: ${text.slice(0, 300)}`;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

function send({ path, contentType, body }: Case): Promise<Answer> {
  const bytes = Buffer.from(body);
  const headers = { 'content-type': contentType, 'content-length': bytes.length };
  return new Promise((resolve, reject) => {
    const call = httpRequest(`${stage.base}/${path}`, { method: 'POST', agent, headers }, (response) => {
      buffer(response).then((answered) => {
        const text = answered.toString();
        const type = response.headers['content-type'] ?? '';
        resolve({ http: String(response.statusCode), type, text, body: parse(text) });
      }, reject);
    });
    call.on('error', (error) => resolve({ http: error.message, type: '', text: '', body: null }));
    call.end(bytes);
  });
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}

async function eachOf(total: number, act: (number: number) => Promise<void>): Promise<void> {
  let next = Number(process.env.FUZZ_FROM ?? 0);
  const worker = async () => {
    while (next < total) await act(next++);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

/** A text for the contents of every table, without the sessions that were rightly opened. */
async function fingerprints(created: readonly number[]): Promise<Record<string, string>> {
  const client = new pg.Client({
    connectionString: process.env.SANDBOX_DATABASE_URL ?? process.env.DATABASE_URL,
  });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'sandbox' AND tablename <> '_prisma_migrations'`,
    );
    const found: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: contents } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest
         FROM sandbox."${name}" t ${name === 'Session' ? 'WHERE NOT ("requestId" = ANY ($1))' : ''}`,
        name === 'Session' ? [created] : [],
      );
      found[name] = contents[0]?.digest ?? '';
    }
    return found;
  } finally {
    await client.end();
  }
}

/** Another merchant, with a session that is open and one that is paid. */
async function somebodyElse(): Promise<World['foreign']> {
  const [open, paid] = [await stage.open(), await stage.open()];
  await pay(paid, cards.approved);
  const agreed = await agree(stage);
  await settle();
  const requestIds = [open.requestId, paid.requestId, agreed.requestId];
  const theirs = {
    where: { requestId: { in: requestIds } },
    data: { siteLogin: 'd7b89904f5a64c8dbec0f1a2b3c4d5e6' },
  };
  await db().session.updateMany(theirs);
  await db().transaction.updateMany(theirs);
  await db().autopay.updateMany(theirs);
  await db().delivery.deleteMany({ where: { requestId: { in: requestIds } } });
  const transactions = await db().transaction.findMany({ where: { requestId: { in: requestIds } } });
  return {
    requestIds,
    autopayIds: [agreed.id],
    internalReferences: transactions.map((one) => one.internalReference),
  };
}

function show(body: string | Buffer): string {
  return body.toString().slice(0, 400);
}
