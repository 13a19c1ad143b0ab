/**
 * A gateway that does what a test tells it, over real HTTP: for faults the sandbox is too well-behaved to have. It keeps
 * its own book of sessions and money, which is the oracle of these tests. It checks no signature.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { act } from './scripted-actions';

export type Payment = {
  internalReference: number;
  status: string;
  total: number | string;
  currency: string;
  reference?: string;
  refunded?: boolean;
};

export type BookedSession = {
  requestId: number;
  reference: string;
  total: number;
  currency: string;
  returnUrl: string;
  status: string;
  reason: string;
  payments: Payment[];
};

type Operation = 'create' | 'query' | 'cancel' | 'transaction';

/** Does its mischief around `commit`, which books the call and gives the reply a good gateway would send. */
export type Mischief = (call: {
  request: IncomingMessage;
  response: ServerResponse;
  commit: () => unknown;
}) => void | Promise<void>;

export type ScriptedGateway = Awaited<ReturnType<typeof startScriptedGateway>>;

const day = () => new Date().toISOString().replace(/\.\d+Z$/, '-00:00');

/** Starts it on a free port and points PLACETOPAY_URL there: call it before anything reads the environment. */
export async function startScriptedGateway() {
  const book = new Map<number, BookedSession>();
  const mischiefs: Record<Operation, Mischief[]> = { create: [], query: [], cancel: [], transaction: [] };
  const calls: Record<Operation, number> = { create: 0, query: 0, cancel: 0, transaction: 0 };
  let nextId = 1000;

  const commits: Record<Operation, (body: Record<string, never>, requestId: number) => unknown> = {
    create: (body) => {
      const { payment, returnUrl } = body as unknown as { payment: Asked; returnUrl: string };
      const requestId = (nextId += 1);
      const { reference, amount } = payment;
      book.set(requestId, {
        requestId,
        reference,
        ...amount,
        returnUrl,
        status: 'PENDING',
        reason: 'PC',
        payments: [],
      });
      const status = {
        status: 'OK',
        reason: 'PC',
        message: 'La petición se ha procesado correctamente',
        date: day(),
      };
      return {
        status,
        requestId,
        processUrl: `${process.env.PLACETOPAY_URL}/spa/session/${requestId}/${'a'.repeat(32)}`,
      };
    },
    query: (_, requestId) => replyFor(book.get(requestId)),
    cancel: (_, requestId) => {
      const session = book.get(requestId);
      if (session) Object.assign(session, { status: 'REJECTED', reason: 'MC' });
      return { status: { status: 'OK', reason: '00', message: '', date: day() }, session: replyFor(session) };
    },
    transaction: (body) => act(body, book.values(), () => (nextId += 1), replyFor),
  };

  const server = createServer(async (request, response) => {
    const [, requestId = '', cancel] =
      /^\/sandbox\/api\/session(?:\/(\d+)(\/cancel)?)?$/.exec(request.url ?? '') ?? [];
    const isAction = request.url?.endsWith('/api/transaction');
    const operation: Operation = isAction
      ? 'transaction'
      : cancel
        ? 'cancel'
        : requestId
          ? 'query'
          : 'create';
    let text = '';
    for await (const chunk of request) text += chunk;
    calls[operation] += 1;
    const commit = () => commits[operation](JSON.parse(text), Number(requestId));
    const mischief = mischiefs[operation].shift() ?? goodly;
    await mischief({ request, response, commit });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.env.PLACETOPAY_URL = `http://127.0.0.1:${port}/sandbox`;

  const change = (requestId: string | null, by: Partial<BookedSession>) => {
    const session = book.get(Number(requestId));
    if (!session) throw new Error(`The gateway has no session ${requestId}.`);
    return Object.assign(session, by);
  };
  return {
    book,
    calls,
    /** The next calls of this operation meet these, one each. */
    misbehave: (operation: Operation, ...list: Mischief[]) => void mischiefs[operation].push(...list),
    /** The payer pays on the page: one approved transaction of the whole amount. */
    approve(requestId: string | null, by: Partial<Payment> = {}) {
      const { total, currency, payments } = change(requestId, { status: 'APPROVED', reason: '00' });
      payments.unshift({ internalReference: (nextId += 1), status: 'APPROVED', total, currency, ...by });
    },
    change,
    reset() {
      book.clear();
      for (const operation of ['create', 'query', 'cancel', 'transaction'] as const) {
        mischiefs[operation].length = 0;
        calls[operation] = 0;
      }
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    /** Away for a while: connections are refused until `back`. */
    async away() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      return async () => {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      };
    },
  };
}

type Asked = { reference: string; amount: { total: number; currency: string } };

function replyFor(session: BookedSession | undefined) {
  if (!session) {
    return {
      status: {
        status: 'FAILED',
        reason: 'request_not_valid',
        message: 'No existe la sesión que busca',
        date: day(),
      },
    };
  }
  const { requestId, reference, status, reason, payments } = session;
  return {
    requestId,
    status: { status, reason, message: `Message of ${reason}`, date: day() },
    request: { payment: { reference } },
    payment: payments.map(({ total, currency, status: state, ...payment }) => ({
      reference,
      authorization: '000123',
      receipt: 99,
      paymentMethod: 'visa',
      amount: { from: { total, currency }, to: { total, currency }, factor: 1 },
      status: { status: state, reason: '00', message: 'Aprobada', date: day() },
      ...payment,
    })),
    subscription: null,
  };
}

export const goodly: Mischief = ({ response, commit }) => answer(response, commit());

export function answer(response: ServerResponse, body: unknown, httpStatus = 200): void {
  response.writeHead(httpStatus, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export const resetBefore: Mischief = ({ request }) => void request.socket.resetAndDestroy();

export const resetAfter: Mischief = ({ request, commit }) => {
  commit();
  request.socket.resetAndDestroy();
};

/** Holds the reply of a call that is booked until it is let go. */
export function held(): { mischief: Mischief; arrived: Promise<void>; letGo: () => void } {
  const [gate, arrival] = [latch(), latch()];
  return {
    arrived: arrival.opened,
    letGo: gate.open,
    async mischief({ response, commit }) {
      const body = commit();
      arrival.open();
      await gate.opened;
      answer(response, body);
    },
  };
}

function latch() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

export function failing(httpStatus: number, body: unknown): Mischief {
  return ({ response }) => answer(response, body, httpStatus);
}
