import { expect, test } from 'vitest';
import type { ReadEntry } from '@/lib/domain/audit';
import { auditFacts } from './audit-facts';

function entry(detail: ReadEntry['detail'], order: ReadEntry['order'] = null): ReadEntry {
  return {
    ...{ seq: 1n, at: new Date(0), operatorId: 'o', operatorName: 'Olga', action: 'refund', orderId: 'id' },
    ...{ target: '1', reason: 'Because', detail, order },
  };
}

const plain = (facts: [string, string][]) => facts.map((fact) => fact.join(': ').replaceAll('\u00a0', ' '));

test('an amount is money in its own currency, and an internal id is not told', () => {
  const refund = { amount: '100000.50', currency: 'COP', reference: 'LAD-A-1-X', orderId: 'aB3' };
  expect(plain(auditFacts(entry(refund), 'es'))).toEqual(['Valor: $ 100.000,50', 'Referencia: LAD-A-1-X']);
  expect(plain(auditFacts(entry(refund), 'en'))).toEqual(['Amount: COP 100,000.50', 'Reference: LAD-A-1-X']);
});

test('what was accepted is money in the currency of its order', () => {
  const order = { number: 'LAD-A', currency: 'USD' };
  const facts = auditFacts(entry({ paid: '10.00', total: '12.00' }, order), 'en');
  expect(plain(facts)).toEqual(['Paid: $10', 'Total: $12']);
  expect(plain(auditFacts(entry({ paid: '10.00' }), 'en'))).toEqual(['Paid: 10.00']);
});

test('what the shop has a word for is told by it, and nothing else changes', () => {
  const resolved = { before: 'IN_DOUBT', after: 'DONE', operation: 'refund', evidence: 'DONE' };
  expect(plain(auditFacts(entry(resolved), 'en'))).toEqual([
    'Before: In doubt',
    'Then: Done',
    'Operation: Refund',
    'Evidence: DONE',
  ]);
  expect(plain(auditFacts(entry({ somethingNew: 'toString', status: 'toString' }), 'es'))).toEqual([
    'somethingNew: toString',
    'Estado: toString',
  ]);
});
