import { expect, test } from 'vitest';
import { readContractClaim } from './contract-claim';

const id = '0d1f0f55-5a3b-4e4b-9f5e-0d6a1f0b2c3d';

test('a webhook says what it signed, and no more of its signature than its beginning', () => {
  const told = { id, reference: 'AUT-1', type: 'AUTOPAY_CREATED', date: '2027-01-20 12:00:00' };
  const claim = readContractClaim(JSON.stringify({ ...told, signature: `sha256:${'ab'.repeat(32)}` }));
  expect(claim).toMatchObject({
    reference: 'AUT-1',
    signedText: `${id}AUTOPAY_CREATED2027-01-20 12:00:00`,
    signatureStart: 'abababab',
  });
  expect(JSON.stringify(claim)).not.toContain('abababababab');
});

test('cards and personal data of a settlement are taken out', () => {
  const transaction = { internalReference: 7, card: '4110760000000081', payer: { email: 'ana@example.com' } };
  const claim = readContractClaim(JSON.stringify({ id, reference: 'AUT-1', transaction }));
  expect(claim).toMatchObject({ signedText: null, signatureStart: null });
  expect(JSON.stringify(claim)).not.toMatch(/4110760000000081|ana@example/);
  expect(JSON.stringify(claim)).toContain('"internalReference":7');
});

test.each(['', '{', '[]', '"AUT-1"', '{}', '{"reference":1}', `{"reference":"${'x'.repeat(33)}"}`])(
  'of %s nobody knows which agreement it is about',
  (body) => expect(readContractClaim(body)).toBeNull(),
);
