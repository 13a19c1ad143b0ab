/** A merchant and its payers, over HTTP and nothing else: what the gateway's speed is measured with. */
import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { demoSite } from '../environment.mjs';

const agent = new Agent({ keepAlive: true });

/**
 * @param {string} base the gateway's base URL, without a slash at its end
 * @returns acts that resolve when the answer is read, and throw when it is not the one wanted
 */
export function merchantOf(base) {
  let counted = 0;
  const run = randomBytes(4).toString('hex');
  const api = async (path, body = {}) => {
    const answer = await send(`${base}/api/${path}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ auth: auth(), ...body }),
    });
    if (answer.http !== 200) throw new Error(`${path}: HTTP ${answer.http} ${answer.body.slice(0, 200)}`);
    return JSON.parse(answer.body);
  };
  const reference = () => `BENCH-${run}-${(counted += 1)}`;
  const create = () => api('session', { ...paying(reference()), ...visit });
  const query = (requestId) => api(`session/${requestId}`);
  return {
    create,
    query,
    pay,
    /** A card that is kept, to be charged again and again; its token. */
    async keep() {
      const subscription = { reference: reference(), description: 'Bench' };
      const { requestId, processUrl } = await api('session', { payer, subscription, ...visit });
      await pay(processUrl);
      const { instrument } = (await query(requestId)).subscription;
      return instrument.find(({ keyword }) => keyword === 'token').value;
    },
    /** Charges a kept card, under a reference of its own: the same again would be refused. */
    async collect(token) {
      const { status } = await api('collect', { ...paying(reference()), instrument: { token: { token } } });
      if (status.status !== 'APPROVED') throw new Error(`collect: ${status.status} ${status.message}`);
    },
  };

  /** Fills the card form of the page in and sends it, as a browser without JavaScript does. */
  async function pay(processUrl) {
    // Past the choice of how to pay.
    const address = `${processUrl}?step=card`;
    const page = await send(address, { method: 'GET' });
    const form = formIn(page.body);
    const boundary = `bench${randomBytes(8).toString('hex')}`;
    const parts = Object.entries({ ...form, ...card }).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const paid = await send(address, {
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        origin: new URL(base).origin,
      },
      body: `${parts.join('')}--${boundary}--\r\n`,
    });
    if (paid.http !== 303) throw new Error(`paying: HTTP ${paid.http} ${paid.body.slice(0, 200)}`);
  }
}

const card = { number: '4110760000000081', expiry: '12/30', cvv: '123', installments: '1' };

function auth() {
  const nonce = randomBytes(16);
  const seed = new Date().toISOString();
  const tranKey = createHash('sha256')
    .update(nonce)
    .update(seed + demoSite.secretKey)
    .digest('base64');
  return { login: demoSite.login, tranKey, nonce: nonce.toString('base64'), seed };
}

const payer = {
  document: '1122334455',
  documentType: 'CC',
  name: 'Ana',
  surname: 'Rojas',
  email: 'ana@example.com',
  mobile: '+573111111111',
};

/** What only a session has: a page is shown, and left again. */
const visit = {
  locale: 'es_CO',
  returnUrl: 'http://localhost:1/return',
  ipAddress: '127.0.0.1',
  userAgent: 'bench',
};

function paying(reference) {
  return { payer, payment: { reference, description: 'Bench', amount: { currency: 'COP', total: 45000 } } };
}

/** The fields of the form that has a card number, with the values the page gave them. */
function formIn(html) {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes('name="number"'));
  if (!form) throw new Error('the page has no card form');
  const attribute = (tag, name) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
  const inputs = (form.match(/<input[^>]*>/g) ?? []).map((tag) => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ]);
  const lists = [...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)].map(([, tag, options]) => {
    const chosen = options.match(/<option[^>]*>/g)?.find((option) => /\sselected/.test(option));
    return [attribute(tag, 'name'), chosen ? attribute(chosen, 'value') : ''];
  });
  return Object.fromEntries([...inputs, ...lists].filter(([name]) => name !== ''));
}

function decode(value) {
  const entities = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'", '#39': "'" };
  return value.replace(/&(quot|amp|lt|gt|#x27|#39);/g, (_, name) => entities[name]);
}

function send(url, { method = 'POST', headers = {}, body = '' }) {
  return new Promise((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'content-length': Buffer.byteLength(body) };
    const call = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      text(response).then((answered) => resolve({ http: response.statusCode, body: answered }), reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}
