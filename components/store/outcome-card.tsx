import { formatDay } from '@/lib/dictionaries/format';
import { outcomes } from '@/lib/dictionaries/outcomes';
import { isFinal, type CheckoutSession } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import { Facts } from './facts';

type Props = { locale: Locale; session: CheckoutSession };

/** Whether the card was kept: both ends of the question are good ends, and say what follows from them. */
export function OutcomeCard({ locale, session }: Props) {
  const texts = outcomes[locale].card;
  const { keptCard: card } = session;
  return (
    <section aria-labelledby="kept-card" className="my-10">
      <h2 id="kept-card" className="mb-2 text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="max-w-prose">{texts[wordsFor(session)]}</p>
      {card && (
        <div className="bg-moss text-paper mt-4 grid aspect-[8/5] max-w-72 content-between rounded-2xl p-5">
          <strong className="text-lg">{card.franchiseName ?? card.issuerName}</strong>
          <span className="text-xl font-bold tabular-nums">•••• {card.lastDigits?.slice(-4)}</span>
        </div>
      )}
      {card?.validUntil && (
        <div className="mt-3">
          <Facts facts={[[texts.validUntil, formatDay(card.validUntil, locale)]]} />
        </div>
      )}
    </section>
  );
}

function wordsFor({ kind, status, keptCard }: CheckoutSession) {
  const token = kind === 'TOKEN';
  if (keptCard) return token ? 'tokenKept' : 'kept';
  if (!isFinal(status)) return token ? 'tokenAsked' : 'asked';
  if (token) return status === 'APPROVED' ? 'tokenGuest' : 'tokenNotKept';
  return status === 'APPROVED' ? 'notKept' : 'notPaid';
}
