'use client';

import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import { Field } from './field';
import type { FormAction } from './form-state';
import { PaymentForm, type Place } from './payment-form';

type Props = { action: FormAction; place: Place; step: 'otp' | 'challenge' };

/** The issuer's question: a one-time code, or the code of a 3-D Secure challenge. */
export function CodeForm({ action, place, step }: Props) {
  const texts = pageTexts[place.language];
  const { label, submit, aid } = texts[step];
  return (
    <PaymentForm action={action} place={place} submit={submit}>
      {({ fields }) => (
        <>
          <Field
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={20}
            label={label}
            problem={fields.code && texts.problems[fields.code]}
          />
          <p className="border-aid-line bg-aid text-aid-ink rounded-lg border p-3 text-sm">{aid}</p>
        </>
      )}
    </PaymentForm>
  );
}
