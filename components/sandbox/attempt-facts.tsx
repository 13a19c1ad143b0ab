import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import type { AttemptView, SessionView } from '@/lib/sandbox/hosted-view';
import { formatAmount } from './amount';
import { maskCard } from './mask';
import { formatMoment } from './moment';

type Props = { session: SessionView; attempt: AttemptView; language: PageLanguage };

/** The receipt of one attempt. An authorization is told only where there is one. */
export function AttemptFacts({ session, attempt, language }: Props) {
  const texts = pageTexts[language];
  const t = texts.result;
  const m = methodTexts[language].facts;
  const approved = attempt.status === 'APPROVED';
  // A card that is only kept is charged nothing, in no currency.
  const charges = attempt.amount.currency !== '';
  const facts: [string, string | null][] = [
    [totalTerm(session, approved, language), charges ? formatAmount(attempt.amount, language) : null],
    [t.installments, attempt.installments ? String(attempt.installments) : null],
    [m.credit, attempt.creditGroup && (methodTexts[language].credit.groups[attempt.creditGroup] ?? null)],
    [m.bank, attempt.bank],
    [m.phone, attempt.phone],
    [m.order, attempt.order?.number ?? null],
    [t.authorization, approved ? attempt.authorization : null],
    [t.date, formatMoment(attempt.date, language)],
    [t.receipt, attempt.receipt],
    [t.reference, session.reference],
    [t.ipAddress, attempt.ipAddress],
    [t.responseCode, `${attempt.reason} · ${attempt.message}`],
  ];
  return (
    <dl className="border-line mt-6 grid gap-3 border-y py-4 text-sm">
      <Fact term={t.method}>
        <span className="font-semibold">
          {attempt.paymentMethodName}{' '}
          {attempt.lastDigits && (
            <>
              <span aria-hidden="true">{maskCard(attempt.lastDigits)}</span>
              <span className="sr-only">{t.endingIn(attempt.lastDigits)}</span>
            </>
          )}
        </span>
        {attempt.issuerName && !attempt.bank && <span className="text-soft block">{attempt.issuerName}</span>}
      </Fact>
      {facts.map(([term, text]) =>
        text === null ? null : (
          <Fact key={term} term={term}>
            {text}
          </Fact>
        ),
      )}
    </dl>
  );
}

function totalTerm({ holds }: SessionView, approved: boolean, language: PageLanguage): string {
  const { result } = pageTexts[language];
  const { hold } = chargeTexts[language];
  if (holds) return approved ? hold.held : hold.total;
  return approved ? result.totalPaid : result.total;
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-4">
      <dt className="text-soft">{term}</dt>
      <dd className="text-right break-words tabular-nums">{children}</dd>
    </div>
  );
}
