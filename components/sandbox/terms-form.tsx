'use client';

import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { FormAction } from './form-state';
import { PaymentForm, type Place } from './payment-form';

type Props = { action: FormAction; place: Place; edits: boolean };

/** Acceptance is never presumed: the box is empty until the payer ticks it. */
export function TermsForm({ action, place, edits }: Props) {
  const texts = pageTexts[place.language];
  return (
    <PaymentForm action={action} place={place} submit={texts.terms.submit}>
      {({ fields }) => (
        <div>
          <label className="flex items-start gap-3">
            <input
              type="checkbox"
              name="accept"
              required
              aria-invalid={fields.accept !== undefined}
              aria-describedby={fields.accept && 'accept-problem'}
              className="accent-accent mt-0.5 size-5 shrink-0"
            />
            {edits ? texts.terms.editAccept : texts.terms.accept}
          </label>
          {fields.accept && (
            <p id="accept-problem" className="text-bad mt-1 text-sm font-medium">
              {texts.problems[fields.accept]}
            </p>
          )}
        </div>
      )}
    </PaymentForm>
  );
}
