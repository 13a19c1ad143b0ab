import Link from 'next/link';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { linkLook, quietLook } from './button';
import { Heading } from './heading';
import { LeaveForm } from './leave-form';
import type { FormAction } from './form-state';
import type { Place } from './payment-form';

/** "I don't want to continue": asks before it does anything. */
export function LeaveLink({ language }: { language: PageLanguage }) {
  return (
    <p className="text-center">
      <Link href={{ query: { lang: language, step: 'leave' } }} prefetch={false} className={linkLook}>
        {pageTexts[language].leave.link}
      </Link>
    </p>
  );
}

/** The question, and the only form that cancels. */
export function Leave({ action, place }: { action: FormAction; place: Place }) {
  const texts = pageTexts[place.language].leave;
  return (
    <>
      <Heading>{texts.heading}</Heading>
      <p className="text-soft mt-2">{texts.why}</p>
      <LeaveForm action={action} place={place} />
      <Link href={{ query: { lang: place.language } }} prefetch={false} className={`${quietLook} mt-3`}>
        {texts.stay}
      </Link>
    </>
  );
}
