import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buyerSchema } from './buyer';

const buyer = {
  name: 'Ana',
  surname: 'Ruiz',
  email: 'ana@example.com',
  phone: '+57 300 123 4567',
  documentType: 'PPN',
  document: 'AB123456',
  country: 'CO',
  state: '',
  city: 'Medellín',
  street: 'Calle 1 # 2-3',
  postalCode: '',
};

/** Test numbers that payment networks publish: every length and beginning in use. */
const cards = ['4111111111111111', '5424000000000015', '376651841246735', '36545400000008', '4222222222222'];

const written = fc
  .constantFrom(...cards)
  .chain((digits) =>
    fc.constantFrom('', ' ', '-').map((between) => digits.replace(/(\d{4})(?=\d)/g, `$1${between}`)),
  );

test.each(['name', 'surname', 'phone', 'state', 'city', 'street'] as const)(
  'a card number in %s is refused, however it is written',
  (field) => {
    fc.assert(
      fc.property(written, (card) => {
        const { error } = buyerSchema.safeParse({ ...buyer, [field]: card });
        expect(error?.issues.map(({ path }) => path[0])).toContain(field);
      }),
    );
  },
);

test.each(cards)('%s is neither a passport nor a mailbox', (card) => {
  const asked = buyerSchema.safeParse({ ...buyer, document: card, email: `${card}@example.com` });
  const problems = asked.error?.issues.map(({ path, message }) => [path[0], message]);
  expect(problems).toContainEqual(['email', 'looks_like_card']);
  const passport = buyerSchema.safeParse({ ...buyer, document: card });
  expect(passport.error?.issues.map(({ message }) => message)).toEqual(['looks_like_card']);
});

test('a document whose check digit happens to fit a card is still a document', () => {
  const company = { ...buyer, country: 'EC', documentType: 'RUC', document: '3092397535000' };
  expect(buyerSchema.safeParse(company).success).toBe(true);
  expect(buyerSchema.safeParse(buyer).success).toBe(true);
});
