'use client';

import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import { Field } from './field';
import type { FormAction } from './form-state';
import { PaymentForm, type Place } from './payment-form';

type Props = { action: FormAction; place: Place; email: string };

/** The first step: whose payment this is. */
export function EmailForm({ action, place, email }: Props) {
  const texts = pageTexts[place.language];
  return (
    <PaymentForm action={action} place={place} submit={texts.email.submit}>
      {({ fields, values }) => (
        <Field
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          required
          label={texts.email.label}
          defaultValue={values.email ?? email}
          problem={fields.email && texts.problems[fields.email]}
        />
      )}
    </PaymentForm>
  );
}
