'use server';

import { bankAddress } from '@/components/sandbox/bank-address';
import type { FormState } from '@/components/sandbox/form-state';
import { acceptTerms } from '@/lib/sandbox/autopay/terms';
import { abandon, answerChallenge as challenge, answerOtp as otp, payWithCard } from '@/lib/sandbox/hosted';
import { payOtherwise as begin } from '@/lib/sandbox/hosted-others';
import { rememberEmail } from '@/lib/sandbox/payer-email';
import type { Answered } from '@/lib/sandbox/hosted-forms';
import {
  cardSubmission,
  codeSubmission,
  emailSubmission,
  otherSubmission,
  placeSubmission,
  termsSubmission,
} from './submissions';
import { explain } from './explain';
import { away, goTo, here, readForm, visitorAddress } from './visit';

/** Keeps the payer's e-mail with the session, and goes on to the card. */
export async function continueWithEmail(_previous: FormState, form: FormData): Promise<FormState> {
  const read = await readForm(emailSubmission, form);
  if (!read.ok) return read.state;
  const kept = await rememberEmail(read.data);
  if (!kept.ok && kept.problem === 'invalid') {
    return { problem: 'review', fields: { email: 'email' }, values: read.values };
  }
  return goTo(here(read.data, 'method'));
}

/** The terms of an automatic payment, accepted; then the card. */
export async function accept(_previous: FormState, form: FormData): Promise<FormState> {
  const read = await readForm(termsSubmission, form);
  if (!read.ok) return read.state;
  if (!read.data.accept) return { problem: 'review', fields: { accept: 'terms' }, values: {} };
  await acceptTerms(read.data);
  return goTo(here(read.data));
}

/** Pays. The same form sent twice is the same attempt: its token says so. */
export async function pay(_previous: FormState, form: FormData): Promise<FormState> {
  const read = await readForm(cardSubmission, form);
  if (!read.ok) return read.state;
  const { requestId, key, attemptToken, card, person, amount, consent } = read.data;
  const paid = await payWithCard({
    requestId,
    key,
    attemptToken,
    card,
    person,
    ...(amount !== undefined && { amount }),
    consent,
    ipAddress: await visitorAddress(),
  });
  if (paid.ok) return goTo(paid.leaveTo === null ? here(read.data) : away(read.data, paid.leaveTo));
  if (paid.problem === 'invalid')
    return {
      problem: 'review',
      fields: explain(paid.fields),
      values: { ...read.values, number: paid.values.number },
    };
  return goTo(here(read.data));
}

/** Bank, phone or cash: the payer goes on where he answers. The same form sent twice is the same attempt. */
export async function payOtherwise(_previous: FormState, form: FormData): Promise<FormState> {
  const read = await readForm(otherSubmission, form);
  if (!read.ok) return read.state;
  const { place, asked } = read.data;
  const paid = await begin({ ...place, ...asked, ipAddress: await visitorAddress() });
  if (paid.ok) {
    if (paid.kind === 'bank') return goTo(bankAddress(asked.attemptToken, place.lang, place.frame));
    return goTo(paid.leaveTo === null ? here(place) : away(place, paid.leaveTo));
  }
  if (paid.problem === 'invalid')
    return { problem: 'review', fields: explain(paid.fields), values: read.values };
  return goTo(here(place));
}

export async function answerOtp(_previous: FormState, form: FormData): Promise<FormState> {
  return answer(form, otp);
}

export async function answerChallenge(_previous: FormState, form: FormData): Promise<FormState> {
  return answer(form, challenge);
}

/** "I don't want to continue": ends the session and goes where the merchant wants its payer. */
export async function leave(_previous: FormState, form: FormData): Promise<FormState> {
  const read = await readForm(placeSubmission, form);
  if (!read.ok) return read.state;
  const left = await abandon(read.data);
  return goTo(left.ok ? away(read.data, left.leaveTo) : here(read.data));
}

async function answer(
  form: FormData,
  send: (code: { requestId: number; key: string; code: string }) => Promise<Answered>,
): Promise<FormState> {
  const read = await readForm(codeSubmission, form);
  if (!read.ok) return read.state;
  const { requestId, key, code } = read.data;
  const answered = await send({ requestId, key, code });
  if (!answered.ok && answered.problem === 'required') {
    return { problem: 'review', fields: { code: 'code' }, values: {} };
  }
  const leaveTo = answered.ok ? answered.leaveTo : null;
  return goTo(leaveTo === null ? here(read.data) : away(read.data, leaveTo));
}
