/**
 * Everything the shop may have to say no with, as keys. lib/dictionaries/problems.ts holds their words in each
 * language; a key without words does not compile there.
 */
export const problems = [
  'required',
  'too_long',
  'too_short',
  'not_a_number',
  'out_of_bounds',
  'unknown_choice',
  'unexpected_field',
  'invalid_name',
  'invalid_email',
  'invalid_phone',
  'invalid_document',
  'invalid_postal_code',
  'invalid_input',
  'card_number_in_text',
  'weak_password',
  'wrong_credentials',
  'email_taken',
  'too_many_attempts',
  'foreign_request',
  'not_allowed',
  'empty_cart',
  'out_of_stock',
  'unknown_product',
  'unknown_order',
  'already_paid',
  'confirming',
  'gateway_unreachable',
  'gateway_refused',
  'unexpected',
] as const;

export type Problem = (typeof problems)[number];

export function isProblem(text: string): text is Problem {
  return problems.some((problem) => problem === text);
}
