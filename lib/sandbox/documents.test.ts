import { expect, test } from 'vitest';
import { documentTypes, findDocumentType } from './documents';

test.each([
  ['PPN', ['AB12', 'a_16_characters_'], ['abc', 'with space', 'x'.repeat(17)]],
  ['TAX', ['AB12'], ['abc']],
  ['LIC', ['AB12'], ['a-b1']],
  ['EIN', ['1-1234567', '12-1234567'], ['01-1234567', '121234567']],
  ['CC', ['1234', '1122334455'], ['0123', '123', '12345678901']],
  ['CE', ['1234', 'ABCDE12345678'], ['ABCDEF1234', '0123']],
  ['TI', ['12345', '123456789012'], ['1234', '01234', '1234567890123']],
  ['NIT', ['9001234', '9001234567'], ['900123', '0900123456']],
  ['RUT', ['9001234567'], ['90012345678']],
  ['CI', ['0102030405'], ['123456789', '12345678901']],
  ['RUC', ['0102030405001'], ['0102030405']],
  ['CRCPF', ['101110111'], ['001110111', '1011101112']],
  ['CPJ', ['3101123456'], ['310112345']],
  ['DIMEX', ['15581234567', '155812345678'], ['1558123456']],
  ['DIDI', ['15581234567'], ['05581234567']],
  ['CLRUT', ['12.345.678-5', '12345678-K'], ['12.345.678', '12345678-X']],
  ['CIP', ['8123456', 'N123456', 'PE12345'], ['X123456']],
  ['PARUC', ['155-123-2'], ['155 123']],
  ['CPF', ['12345678909', '1234567890'], ['123456789']],
  ['DNI', ['12345678'], ['1234567']],
  ['PERUC', ['20123456789'], ['30123456789']],
  ['HNDNI', ['0801199012345'], ['0801-1990-12345']],
  ['HNDR', ['ABC123'], ['ABC-123']],
  ['RTN', ['08011990123456'], ['0801199012345']],
  ['BZSSN', ['123456789'], ['12345678']],
  ['BRN', ['12345', '1234567'], ['1234']],
  ['UYCI', ['123456-7', '1234567-8'], ['12345678']],
  ['UYRUT', ['123456789012'], ['12345678901']],
])('GW-DOC-02 the document %s takes %j and refuses %j', (code, good, bad) => {
  const rule = findDocumentType(code)?.rule;
  expect(good.filter((text) => !rule?.test(text))).toEqual([]);
  expect(bad.filter((text) => rule?.test(text))).toEqual([]);
});

test('GW-DOC-03 twenty-eight documents, and whose owners are companies', () => {
  expect(documentTypes).toHaveLength(28);
  expect(documentTypes.filter(({ company }) => company).map(({ code }) => code)).toEqual([
    ...['NIT', 'RUT', 'RUC', 'EIN', 'CPJ', 'CLRUT', 'PARUC', 'PERUC', 'RTN', 'BRN', 'UYRUT'],
  ]);
});
