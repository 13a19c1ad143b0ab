/** What integration tests of the data modules begin with: products, a buyer, an order, and clocks to turn. */
import { MAX_QUANTITY } from '@/lib/domain/cart';
import type { Buyer } from '@/lib/domain/buyer';
import type { CheckoutSession } from '@/lib/domain/checkout-session';
import { money, type Money } from '@/lib/domain/money';
import type { Order } from '@/lib/domain/order';
import type { ReportedTransaction, SessionReport } from '@/lib/domain/report';
import type { ReportedStatus } from '@/lib/domain/status';
import { stranger, type Viewer } from '@/lib/domain/viewer';
import { addToCart } from '../carts';
import { markPending, markSent } from '../checkout-sessions';
import { prepareSession } from '../prepare-session';
import { writeTx } from '../db';
import { createOrder, findOrder } from '../orders';
import { randomId } from '../random';

export const now = new Date('2026-03-02T15:00:00.000Z');

export function after(milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}

export const buyer: Buyer = {
  name: 'Lucía',
  surname: 'Rojas',
  email: 'lucia@ladera.test',
  phone: '+57 300 123 4567',
  documentType: 'CC',
  document: '1122334455',
  country: 'CO',
  state: 'Antioquia',
  city: 'Medellín',
  street: 'Calle 10 # 43-21',
  postalCode: null,
};

/** A product nobody else uses: 10.000,00 COP unless told otherwise. */
export async function product({ stock = MAX_QUANTITY, priceMinor = 1_000_000n } = {}): Promise<string> {
  const slug = `p-${randomId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20)}`;
  const words = {
    nameEs: 'Taza',
    nameEn: 'Cup',
    summaryEs: '',
    summaryEn: '',
    descriptionEs: '',
    descriptionEn: '',
  };
  await writeTx((tx) =>
    tx.product.create({
      data: {
        slug,
        category: 'goods',
        position: 1,
        ...words,
        pictureEs: '',
        pictureEn: '',
        image: '/x.svg',
        priceMinor,
        currency: 'COP',
        stock,
      },
    }),
  );
  return slug;
}

export async function account(
  role = 'BUYER',
): Promise<Viewer & { kind: 'buyer' | 'operator'; userId: string }> {
  const userId = randomId();
  const email = `${userId.toLowerCase()}@ladera.test`;
  await writeTx((tx) =>
    tx.user.create({ data: { id: userId, email, name: 'Lucía', passwordHash: 'none', role } }),
  );
  return { kind: role === 'OPERATOR' ? 'operator' : 'buyer', userId, name: 'Lucía', accessKeys: [] };
}

export async function cartWith(productSlug: string, quantity = 1): Promise<string> {
  const added = await addToCart({ cartId: null, productSlug, quantity });
  if (!added.ok) throw new Error(added.problem);
  return added.cart.id;
}

/** A guest's order of one product, and the viewer who may see it. */
export async function placedOrder({ productSlug = '', quantity = 1, viewer = stranger as Viewer } = {}) {
  const slug = productSlug || (await product());
  const placed = await createOrder({
    cartId: await cartWith(slug, quantity),
    checkoutKey: randomId(),
    buyer,
    locale: 'es',
    viewer,
    now,
  });
  if (!placed.ok) throw new Error(placed.problem);
  const owner: Viewer = placed.accessKey ? { kind: 'guest', accessKeys: [placed.accessKey] } : viewer;
  const order = await findOrder(placed.orderId, owner);
  if (!order) throw new Error('The order is not visible to its owner.');
  return { order, owner, productSlug: slug };
}

/** One click on the button that pays an order, as `prepareSession` is told of it. */
export function click({ id: orderId, total: amount }: Pick<Order, 'id' | 'total'>, viewer: Viewer) {
  const [attemptKey, expiresAt] = [randomId(), after(30 * 60_000)];
  return { orderId, viewer, flow: 'basic', attemptKey, amount, expiresAt, now };
}

/** A session before anything is sent, of 10.000,00 COP unless told otherwise. */
export async function prepared(orderId: string, viewer: Viewer, amount: Money = money(1_000_000n, 'COP')) {
  const answer = await prepareSession(click({ id: orderId, total: amount }, viewer));
  if (!answer.ok) throw new Error(answer.problem);
  return answer.session;
}

/** A session whose page the payer can be sent to. */
export async function openedSession(
  orderId: string,
  viewer: Viewer,
  amount?: Money,
): Promise<CheckoutSession> {
  const { id } = await prepared(orderId, viewer, amount);
  await markSent(id, now);
  const requestId = String(requests++);
  const session = await markPending({
    id,
    requestId,
    processUrl: `http://127.0.0.1/spa/session/${requestId}/k`,
    now,
  });
  if (!session) throw new Error('The session did not open.');
  return session;
}
let requests = 1000;
let references = 1_519_000_000;

export function transaction(
  session: CheckoutSession,
  changes: Partial<ReportedTransaction> & { as?: ReportedStatus } = {},
): ReportedTransaction {
  const { as = 'APPROVED', ...rest } = changes;
  return {
    internalReference: String(references++),
    reference: session.reference,
    status: { status: as, reason: '00', message: 'Aprobada', date: now },
    amount: session.amount,
    paymentMethod: 'visa',
    paymentMethodName: 'Visa',
    issuerName: 'Banco',
    lastDigits: '1111',
    authorization: '999999',
    receipt: '1',
    franchise: 'CR_VS',
    refunded: false,
    ...rest,
  };
}

export function report(
  session: CheckoutSession,
  status: ReportedStatus,
  transactions: readonly ReportedTransaction[] = [],
): SessionReport {
  return {
    requestId: session.requestId ?? '0',
    reference: session.reference,
    status: { status, reason: status === 'APPROVED' ? '00' : 'PT', message: null, date: now },
    transactions,
  };
}
