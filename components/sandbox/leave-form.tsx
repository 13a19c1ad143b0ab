'use client';

import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { FormAction } from './form-state';
import { PaymentForm, type Place } from './payment-form';

export function LeaveForm({ action, place }: { action: FormAction; place: Place }) {
  return (
    <PaymentForm action={action} place={place} submit={pageTexts[place.language].leave.submit}>
      {() => null}
    </PaymentForm>
  );
}
