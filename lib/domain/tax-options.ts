import { amount, choice, type Asked, type Reader } from './asked-options';
import { add, compare, equals, subtract, sum, type Currency, type Money } from './money';
import { optionRows, rows } from './session-options';
import { detailKinds, taxKinds, type Detail, type Tax } from './amount';

/** Taxes and details of the amount: optional, never more than it, and adding up where they claim to. */

const taxRows = rows(optionRows.tax);

export const taxes: Reader = {
  names: taxRows.flatMap((row) => [`tax${row}Kind`, `tax${row}Amount`, `tax${row}Base`]),
  read: readTaxes,
};

function readTaxes(asked: Asked) {
  const taxes = taxRows.flatMap((row): Tax[] => {
    const kind = choice(asked, `tax${row}Kind`, taxKinds);
    if (kind === undefined) return [];
    const taxed = amount(asked, `tax${row}Amount`);
    const base = asked.answer(`tax${row}Base`) === '' ? undefined : amount(asked, `tax${row}Base`);
    return taxed ? [{ kind, amount: taxed, ...(base && { base }) }] : [];
  });
  if (taxes.length === 0) return undefined;
  if (compare(totalOf(taxes, asked.total.currency), asked.total) > 0)
    return asked.refuse('tax1Amount', 'sum_differs');
  return { taxes };
}

const detailRows = rows(optionRows.detail);

export const details: Reader = {
  names: detailRows.flatMap((row) => [`detail${row}Kind`, `detail${row}Amount`]),
  read: readDetails,
};

/** With a subtotal the details say how the total came about: then they, and the taxes, must add up to it. */
function readDetails(asked: Asked) {
  const details = detailRows.flatMap((row): Detail[] => {
    const kind = choice(asked, `detail${row}Kind`, detailKinds);
    if (kind === undefined) return [];
    const detailed = amount(asked, `detail${row}Amount`);
    return detailed ? [{ kind, amount: detailed }] : [];
  });
  if (details.length === 0) return undefined;
  const taxes = readTaxes({ ...asked, refuse: () => undefined })?.taxes ?? [];
  return addsUp(details, taxes, asked.total) ? { details } : asked.refuse('detail1Amount', 'sum_differs');
}

/** True without a subtotal: then nothing claims to add up. */
export function addsUp(details: readonly Detail[], taxes: readonly Tax[], total: Money): boolean {
  if (!details.some(({ kind }) => kind === 'subtotal')) return true;
  const kindly = (discount: boolean) =>
    totalOf(
      details.filter(({ kind }) => kind !== 'vatDevolutionBase' && (kind === 'discount') === discount),
      total.currency,
    );
  return equals(subtract(add(kindly(false), totalOf(taxes, total.currency)), kindly(true)), total);
}

function totalOf(list: readonly { amount: Money }[], currency: Currency): Money {
  return sum(
    list.map((one) => one.amount),
    currency,
  );
}
