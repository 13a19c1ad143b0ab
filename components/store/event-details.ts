import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { OrderEvent } from '@/lib/domain/order';

/** What an event adds to its sentence: a status in words, what PlacetoPay said, and what to look it up by. */
export function eventDetails({ data }: OrderEvent, locale: Locale): string {
  return [statusWords(data.status, locale), data.message, data.reason, data.reference]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** The status of a transaction or of an attempt as a word of the reader; one we do not know stays unsaid. */
function statusWords(status: string | undefined, locale: Locale): string | undefined {
  const { sessions, transactions } = orders[locale].attempts;
  const words: Readonly<Record<string, string>> = { ...sessions, ...transactions };
  return status !== undefined && Object.hasOwn(words, status) ? words[status] : undefined;
}
