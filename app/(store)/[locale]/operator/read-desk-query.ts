import { orderStatuses, type OrderStatus } from '@/lib/domain/order';

type Query = Readonly<Record<string, string | string[] | undefined>>;

export type DeskQuery = {
  /** A name somebody typed, or nothing. */
  readonly text: string;
  readonly status: OrderStatus | undefined;
  readonly after: { readonly createdAt: Date; readonly id: string } | undefined;
};

/** What the address of the desk asks for. Whatever else it says is ignored. */
export function readDeskQuery(query: Query): DeskQuery {
  return {
    text: one(query.q).trim().slice(0, 64),
    status: orderStatuses.find((status) => status === one(query.status)),
    after: readCursor(one(query.after)),
  };
}

/** The address of the next page: the same list, after what was shown. */
export function deskAddress(path: string, { status, after }: Pick<DeskQuery, 'status' | 'after'>): string {
  const query = new URLSearchParams();
  if (status) query.set('status', status);
  if (after) query.set('after', `${after.createdAt.toISOString()}_${after.id}`);
  return query.size === 0 ? path : `${path}?${query}`;
}

function readCursor(text: string): DeskQuery['after'] {
  const [, date = '', id = ''] = /^(\d{4}-[\dT:.-]+Z)_([\w-]{1,64})$/.exec(text) ?? [];
  const createdAt = new Date(date);
  return id === '' || Number.isNaN(createdAt.getTime()) ? undefined : { createdAt, id };
}

function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
