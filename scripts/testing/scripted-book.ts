/** The scripted gateway's book of sessions and money: the oracle of the tests that use it. */
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

export type Operation = 'create' | 'query' | 'cancel' | 'transaction';

type Asked = { reference: string; amount: { total: number; currency: string } };

type Commit = (body: Record<string, never>, requestId: number) => unknown;

export function openBook() {
  const sessions = new Map<number, BookedSession>();
  let nextId = 1000;
  /** Books a call and gives the reply a good gateway would send. */
  const commits: Record<Operation, Commit> = {
    create(body) {
      const { payment, returnUrl } = body as unknown as { payment: Asked; returnUrl: string };
      const { reference, amount } = payment;
      const requestId = (nextId += 1);
      const begun = { status: 'PENDING', reason: 'PC', payments: [] };
      sessions.set(requestId, { requestId, reference, ...amount, returnUrl, ...begun });
      return {
        status: statusOf('OK', 'PC', 'La petición se ha procesado correctamente'),
        requestId,
        processUrl: `${process.env.PLACETOPAY_URL}/spa/session/${requestId}/${'a'.repeat(32)}`,
      };
    },
    query: (_, requestId) => replyFor(sessions.get(requestId)),
    cancel(_, requestId) {
      const session = sessions.get(requestId);
      if (session) Object.assign(session, { status: 'REJECTED', reason: 'MC' });
      return { status: statusOf('OK', '00', ''), session: replyFor(session) };
    },
    transaction: (body) => act(body, sessions.values(), () => (nextId += 1), replyFor),
  };
  const change = (requestId: string | null, by: Partial<BookedSession>) => {
    const session = sessions.get(Number(requestId));
    if (!session) throw new Error(`The gateway has no session ${requestId}.`);
    return Object.assign(session, by);
  };
  return {
    sessions,
    commits,
    change,
    /** The payer pays on the page: one approved transaction of the whole amount. */
    approve(requestId: string | null, by: Partial<Payment> = {}) {
      const { total, currency, payments } = change(requestId, { status: 'APPROVED', reason: '00' });
      payments.unshift({ internalReference: (nextId += 1), status: 'APPROVED', total, currency, ...by });
    },
  };
}

function replyFor(session: BookedSession | undefined) {
  if (!session) return { status: statusOf('FAILED', 'request_not_valid', 'No existe la sesión que busca') };
  const { requestId, reference, status, reason, payments } = session;
  return {
    requestId,
    status: statusOf(status, reason, `Message of ${reason}`),
    request: { payment: { reference } },
    payment: payments.map(({ total, currency, status: state, ...payment }) => ({
      reference,
      authorization: '000123',
      receipt: 99,
      paymentMethod: 'visa',
      amount: { from: { total, currency }, to: { total, currency }, factor: 1 },
      status: statusOf(state, '00', 'Aprobada'),
      ...payment,
    })),
    subscription: null,
  };
}

function statusOf(status: string, reason: string, message: string) {
  const date = new Date().toISOString().replace(/\.\d+Z$/, '-00:00');
  return { status, reason, message, date };
}
