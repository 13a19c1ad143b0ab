import type { Locale } from '@/lib/domain/locale';

/** Where signing in may lead: these pages of the shop, and nothing that could be read as another address. */
const pages = [
  'cart',
  'checkout',
  'orders',
  'wallet',
  'memberships',
  'mandates',
  'flows/autopay',
  'operator',
] as const;

export type ReturnPage = (typeof pages)[number];

/** A page of the closed list, or the orders. What comes in a link is a name to look up, never an address to follow. */
export function readReturnPage(asked: unknown): ReturnPage {
  return pages.find((page) => page === asked) ?? 'orders';
}

export function returnPath(locale: Locale, page: ReturnPage): `/${Locale}/${ReturnPage}` {
  return `/${locale}/${page}`;
}
