import type { FormField } from '@/lib/domain/form-field';
import type { MandatePeriodicity } from '@/lib/domain/mandate';
import type { Words } from '@/lib/domain/product';
import { mostInterval } from '@/lib/domain/session-request';

/** How often something repeats, as the payment that repeats and AutoPay both ask it. */

const periods: Readonly<Record<MandatePeriodicity, Words>> = {
  D: { es: 'Días', en: 'Days' },
  W: { es: 'Semanas', en: 'Weeks' },
  M: { es: 'Meses', en: 'Months' },
  Y: { es: 'Años', en: 'Years' },
};

/** These of the gateway's letters, in words. */
export function periodOptions(letters: readonly MandatePeriodicity[]) {
  return letters.map((value) => ({ value, label: periods[value] }));
}

export const intervalField = {
  name: 'interval',
  kind: 'number',
  label: { es: 'Cada cuántos', en: 'Every' },
  hint: {
    es: `De 1 a ${mostInterval}. Con meses y 2, se cobra cada dos meses.`,
    en: `1 to ${mostInterval}. With months and 2, every two months.`,
  },
  min: 1,
  max: mostInterval,
} as const satisfies FormField;
