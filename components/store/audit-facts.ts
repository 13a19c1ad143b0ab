import { account } from '@/lib/dictionaries/account';
import { desk } from '@/lib/dictionaries/desk';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { orders } from '@/lib/dictionaries/orders';
import type { ReadEntry } from '@/lib/domain/audit';
import type { Locale } from '@/lib/domain/locale';
import { isCurrency } from '@/lib/domain/money';
import { readAmount } from '@/lib/domain/typed-amount';
import { followUps } from '@/lib/flows/follow-ups';

type Words = Readonly<Record<string, string>>;

/** What was written down beside a decision, in the reader's words. A name that has no words is shown as it is written. */
export function auditFacts({ detail, order }: ReadEntry, locale: Locale): [name: string, value: string][] {
  const labels: Words = desk[locale].details;
  const currency = detail.currency ?? order?.currency ?? '';
  return Object.entries(detail)
    .filter(([name]) => name !== 'orderId' && name !== 'currency')
    .map(([name, value]) => [wordFor(labels, name), valueWords({ name, value, currency }, locale)]);
}

/** The values that are names or amounts; evidence and references are text as they are. */
function valueWords(
  { name, value, currency }: { name: string; value: string; currency: string },
  locale: Locale,
): string {
  if (amounts.has(name)) {
    const amount = isCurrency(currency) ? readAmount(value, currency) : null;
    return amount ? formatMoney(amount, locale) : value;
  }
  if (name === 'suspected') return formatDateTime(new Date(value), locale);
  if (name === 'operation') return followUps.find((one) => one.name === value)?.label[locale] ?? value;
  const words: Readonly<Record<string, Words>> = {
    before: followUpTexts[locale].states,
    after: followUpTexts[locale].states,
    status: orders[locale].attempts.sessions,
    kind: account[locale].operator.kinds,
    outcome: desk[locale].outcomes,
  };
  return wordFor(words[name] ?? {}, value);
}

const amounts: ReadonlySet<string> = new Set(['amount', 'paid', 'total']);

function wordFor(words: Words, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
