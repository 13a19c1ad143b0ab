import 'server-only';
import type { Buyer } from '@/lib/domain/buyer';
import type { Locale } from '@/lib/domain/locale';
import { userIdOf, type Viewer } from '@/lib/domain/viewer';
import { writeTx } from './db';
import { created, insertOrder, type OrderCreated } from './orders';

/** Nothing is charged with it; the order has to be in some currency. */
const currency = 'COP';

type Placing = {
  /** Rendered into the form by the server: a double click is one order. */
  readonly checkoutKey: string;
  readonly locale: Locale;
  readonly viewer: Viewer;
  readonly now: Date;
};

/**
 * An order of nothing, for an account that wants to keep a card: it has no lines and costs nothing. Of its owner it
 * knows what the account knows, because nothing is delivered and the payer is asked at the gateway. Null for a guest.
 */
export async function createCardOrder(placing: Placing): Promise<OrderCreated | null> {
  const userId = userIdOf(placing.viewer);
  if (userId === null) return null;
  return writeTx(async (tx) => {
    const known = await tx.order.findUnique({ where: { checkoutKey: placing.checkoutKey } });
    if (known) return known.userId === userId ? created(known) : { ok: false, problem: 'unknown_order' };
    const { name, email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const buyer = { ...nobody, name, email };
    return created(await insertOrder(tx, { ...placing, cartId: null, buyer }, [], currency));
  });
}

const nobody: Buyer = {
  name: '',
  surname: '',
  email: '',
  phone: '',
  documentType: '',
  document: '',
  country: 'CO',
  state: null,
  city: '',
  street: '',
  postalCode: null,
};
