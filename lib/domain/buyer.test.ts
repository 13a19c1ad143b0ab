import { describe, expect, test } from 'vitest';
import { buyerSchema, isCardless } from './buyer';
import { countries, documentTypes, documentTypesOf, isDocument } from './document';

const buyer = {
  name: ' Lucía ',
  surname: 'Rojas-Peña',
  email: 'Lucia@Ladera.TEST',
  phone: '+57 300 123 4567',
  documentType: 'CC',
  document: '1122334455',
  country: 'CO',
  state: '',
  city: 'Medellín',
  street: 'Calle 10 # 43-21, apto 501',
  postalCode: '',
};
const problem = (changes: Record<string, unknown>) => {
  const { success, error } = buyerSchema.safeParse({ ...buyer, ...changes });
  return success
    ? null
    : error.issues.map(
        ({ path, message, code }) => `${path.join('.')}:${code === 'unrecognized_keys' ? code : message}`,
      )[0];
};

test('what people type is tidied and nothing else', () => {
  expect(buyerSchema.parse(buyer)).toMatchObject({
    name: 'Lucía',
    email: 'lucia@ladera.test',
    state: null,
    postalCode: null,
  });
});

test.each<[Record<string, unknown>, string]>([
  [{ name: '' }, 'name:required'],
  [{ name: 'x'.repeat(61) }, 'name:too_long'],
  [{ name: '<script>' }, 'name:invalid_name'],
  [{ name: 'Ana 4111 1111 1111 1111' }, 'name:looks_like_card'],
  [{ surname: '' }, 'surname:required'],
  [{ email: 'lucia' }, 'email:invalid_email'],
  [{ email: `${'a'.repeat(80)}@x.co` }, 'email:too_long'],
  [{ phone: '12' }, 'phone:invalid_phone'],
  [{ phone: 'call me maybe' }, 'phone:invalid_phone'],
  [{ document: '0122334455' }, 'document:invalid_document'],
  [{ document: '11223344556677' }, 'document:invalid_document'],
  [{ documentType: 'CI' }, 'documentType:invalid_document_type'],
  [{ documentType: 'XX' }, 'documentType:invalid_document_type'],
  [{ country: 'XX' }, 'country:invalid_country'],
  [{ city: 'x'.repeat(31) }, 'city:too_long'],
  [{ street: 'x'.repeat(129) }, 'street:too_long'],
  [{ postalCode: 'x'.repeat(11) }, 'postalCode:too_long'],
  [{ total: '1' }, ':unrecognized_keys'],
])('%j is %s', (changes, expected) => expect(problem(changes)).toBe(expected));

test('a company has no surname', () => {
  expect(problem({ documentType: 'NIT', document: '9001234567', surname: '' })).toBeNull();
});

describe('documents', () => {
  test.each([
    ['CC', '1234', true],
    ['CC', '123', false],
    ['CE', 'AB1234', true],
    ['CE', '0123', false],
    ['TI', '12345', true],
    ['NIT', '1234567', true],
    ['NIT', '123456', false],
    ['CI', '0102030405', true],
    ['RUC', '0102030405001', true],
    ['CRCPF', '123456789', true],
    ['CPJ', '1234567890', true],
    ['DIMEX', '12345678901', true],
    ['CLRUT', '12.345.678-K', true],
    ['CLRUT', '12345678', false],
    ['CIP', 'PE123456', true],
    ['PARUC', 'A-1', true],
    ['CPF', '12345678901', true],
    ['DNI', '12345678', true],
    ['PERUC', '20123456789', true],
    ['PERUC', '30123456789', false],
    ['RTN', '12345678901234', true],
    ['BRN', '12345', true],
    ['UYCI', '1234567-8', true],
    ['UYRUT', '123456789012', true],
    ['EIN', '12-3456789', true],
    ['EIN', '02-3456789', false],
    ['PPN', 'AB_1234', true],
    ['PPN', 'AB', false],
    ['CC', '1234\n', false],
  ])('%s %j: %s', (code, document, expected) => expect(isDocument(code, document)).toBe(expected));

  test('every country offers at least the worldwide ones, its own first', () => {
    for (const country of countries) {
      const codes = documentTypesOf(country).map(({ code }) => code);
      expect(codes).toEqual(expect.arrayContaining(['PPN', 'TAX', 'LIC']));
    }
    expect(documentTypesOf('CO')[0]?.code).toBe('CC');
    expect(new Set(documentTypes.map(({ code }) => code)).size).toBe(28);
  });
});

test('card numbers are seen with spaces and dashes, telephone numbers are none', () => {
  for (const card of [
    '4111111111111111',
    '4111 1111 1111 1111',
    'x 5406-2510-0000-0008 y',
    '376402004977124',
  ])
    expect(isCardless(card)).toBe(false);
  for (const text of ['+57 300 123 4567', 'Calle 10 # 43-21', '4111111111111112', ''])
    expect(isCardless(text)).toBe(true);
});
