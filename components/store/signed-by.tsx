import { desk } from '@/lib/dictionaries/desk';
import type { Locale } from '@/lib/domain/locale';

type Props = {
  locale: Locale;
  /** What the notice of a repeated charge said, and which formula its signature fits. */
  detail: Readonly<Record<string, string>>;
};

const formulas = ['checkout', 'gateway'] as const;

/**
 * Nobody documents how the notice of a repeated charge is signed, so both formulas are tried, and both are shown: neither
 * makes money of it. Nothing for what carries no such signature.
 */
export function SignedBy({ locale, detail }: Props) {
  const { internalReference = '', status = '', date = '', signedBy } = detail;
  if (signedBy === undefined) return null;
  const texts = desk[locale].formulas;
  const signed = { checkout: [internalReference, status, date], gateway: [internalReference, status] };
  return (
    <div className="mt-3 text-base">
      <p className="font-semibold">{texts.title}</p>
      <ul className="list-disc space-y-1 pl-6">
        {formulas.map((formula) => (
          <li key={formula}>
            {texts[formula]}{' '}
            <span className="font-mono text-sm break-all">{signed[formula].join('')}********</span>{' '}
            <strong>{signedBy === formula || signedBy === 'both' ? texts.fits : texts.differs}</strong>
          </li>
        ))}
      </ul>
      <p className="max-w-prose">{texts.neverBooked}</p>
    </div>
  );
}
