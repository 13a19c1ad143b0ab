import type { PageTexts } from '@/lib/sandbox/dictionaries/page';
import { Field } from './field';
import type { FormState } from './form-state';

/** What the payer may decide besides the card: how much of a payment in parts, and whether the card is kept. */
export type Choices = {
  /** The most that may be paid now, as a decimal, and the words that say the bounds. Null: the whole amount. */
  part: { most: string; hint: string } | null;
  asksConsent: boolean;
};

type Props = Choices & { texts: PageTexts; state: FormState };

/** Consent is never presumed: the box is empty until the payer ticks it. */
export function ChoiceFields({ part, asksConsent, texts, state }: Props) {
  const problem = state.fields.amount && texts.problems[state.fields.amount];
  return (
    <>
      {part && (
        <Field
          name="amount"
          label={texts.card.part}
          hint={part.hint}
          problem={problem}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={state.values.amount ?? part.most}
        />
      )}
      {asksConsent && (
        <label className="flex items-start gap-3 text-sm">
          <input
            type="checkbox"
            name="consent"
            defaultChecked={state.values.consent === 'on'}
            className="accent-accent mt-0.5 size-5 shrink-0"
          />
          {texts.card.consent}
        </label>
      )}
    </>
  );
}
