import 'server-only';
import { readRequestId } from '../endpoint';
import { toDecimal } from '../money';

/** A list of the control room: what a search finds, newest first, a page at a time. */
export type Listing<T> = { rows: T[]; more: boolean };

/** `page` counts from 1. */
export type Asked = { search: string; page: number };

const pageSize = 25;

/** What the address of a list asks for; anything else is its first page. */
export function readAsked(query: Readonly<Record<string, string | string[] | undefined>>): Asked {
  return {
    search: typeof query.search === 'string' ? query.search.slice(0, 100) : '',
    page: typeof query.page === 'string' && /^[1-9]\d{0,5}$/.test(query.page) ? Number(query.page) : 1,
  };
}

/** One row more than a page is read, to know whether another page follows. */
export function slice({ page }: Asked): { skip: number; take: number } {
  return { skip: (page - 1) * pageSize, take: pageSize + 1 };
}

export function toListing<From, To>(found: readonly From[], show: (one: From) => To): Listing<To> {
  return { rows: found.slice(0, pageSize).map(show), more: found.length > pageSize };
}

/** A search as a number that a row may have, and as part of its reference. */
export function readSearch({ search }: Asked) {
  const text = search.trim();
  return {
    text,
    number: readRequestId(text),
    reference: { contains: text, mode: 'insensitive' as const },
  };
}

/** Minor units as a decimal with the currency's digits; null where there is no amount. */
export function decimal(minor: bigint | null, currency: string | null): string | null {
  return minor === null || currency === null ? null : toDecimal({ minor, currency });
}
