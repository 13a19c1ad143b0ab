import type { PageTexts } from '@/lib/sandbox/dictionaries/page';
import { findBrand } from '@/lib/sandbox/brands';
import { findTestCard, testCards, type TestCard } from '@/lib/sandbox/cards';

export type Behaviour = keyof PageTexts['testCards']['behaviours'];

/** A test card ready to be typed: MM/YY and a CVV that its row accepts. */
export type FilledCard = { number: string; brand: string; expiry: string; cvv: string };

export type CardGroup = { behaviour: Behaviour; cards: readonly TestCard[] };

const order: readonly Behaviour[] = [
  'approved',
  'challenge',
  'rejected',
  'pendingApproved',
  'pendingRejected',
  'manual',
  'slow',
  'conditional',
  'technical',
];

/** The official test cards by what they do, in the order in which people look for them. */
export function groupTestCards(): readonly CardGroup[] {
  return order.map((behaviour) => ({
    behaviour,
    cards: testCards.filter((card) => behaviourOf(card) === behaviour),
  }));
}

/** What the drawer fills in: the row's own data, or an expiry three years ahead and an ordinary CVV. */
export function fillTestCard(number: unknown, now: Date): FilledCard | null {
  const card = typeof number === 'string' ? findTestCard(number) : undefined;
  if (!card) return null;
  const year = String((now.getUTCFullYear() + 3) % 100).padStart(2, '0');
  return {
    number: card.number,
    brand: brandName(card),
    expiry: card.data?.expiry ?? `12/${year}`,
    cvv: card.data?.cvv ?? (card.brand === 'amex' ? '1234' : '123'),
  };
}

export function brandName(card: TestCard): string {
  return findBrand(card.brand)?.name ?? card.brand;
}

function behaviourOf({ first, final, threeDS }: TestCard): Behaviour {
  if (first === 'MANUAL') return 'manual';
  if (first === 'SILENCE') return 'slow';
  if (first === 'ERROR') return 'technical';
  if (first === 'BY_AMOUNT' || first === 'BY_DATA') return 'conditional';
  if (threeDS === 'C') return 'challenge';
  if (first === 'PENDING') return final === 'REJECTED' ? 'pendingRejected' : 'pendingApproved';
  return first === 'REJECTED' ? 'rejected' : 'approved';
}
