import type { PageProblem } from '@/lib/sandbox/dictionaries/page';
import type { CardField, FieldProblem, OtherField } from '@/lib/sandbox/hosted-forms';
import type { PersonField } from '@/lib/sandbox/hosted-view';

type Field = CardField | OtherField | PersonField;

/** Sentences that name what is wrong whichever the field. */
const byProblem: Partial<Record<FieldProblem, PageProblem>> = {
  required: 'required',
  invalid_card: 'card_unknown',
  not_a_test_card: 'not_a_test_card',
  brand_not_offered: 'brand_not_offered',
  expired_card: 'expired_card',
};

/** Sentences that say how the field wants to be filled. */
const byField: Record<Field, PageProblem> = {
  number: 'card_number',
  expiry: 'expiration',
  cvv: 'cvv',
  installments: 'installments',
  zip: 'zip',
  bank: 'bank',
  personType: 'person_type',
  nequiPhone: 'nequi_phone',
  network: 'network',
  amount: 'amount',
  email: 'email',
  name: 'name',
  surname: 'surname',
  documentType: 'document_type',
  document: 'document',
  mobile: 'phone',
};

/** What the gateway says of each field, as sentences of the page, under the names of its inputs. */
export function explain(problems: Partial<Record<Field, FieldProblem>>): Record<string, PageProblem> {
  const rows = (Object.entries(problems) as [Field, FieldProblem][]).map(([field, problem]) => [
    field === 'mobile' ? 'phone' : field,
    byProblem[problem] ?? byField[field],
  ]);
  return Object.fromEntries(rows) as Record<string, PageProblem>;
}
