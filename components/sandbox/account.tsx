import Link from 'next/link';
import { chargeTexts } from '@/lib/sandbox/dictionaries/charge';
import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import { linkLook } from './button';
import { paysNow } from './charge-words';
import type { Place } from './payment-form';

/** Whose payment this is, and how to make it somebody else's. */
export function Account({ session, place }: { session: SessionView; place: Place }) {
  const texts = pageTexts[place.language].account;
  return (
    <div className="border-line bg-panel mt-4 flex flex-wrap items-center justify-between gap-x-4 rounded-lg border px-4 py-2">
      <p className="min-w-0 break-words">
        <span className="text-soft text-sm">
          {paysNow(session) ? texts.paysAs : chargeTexts[place.language].goesOnAs}{' '}
        </span>
        {session.person.email}
      </p>
      {!session.lockedFields.includes('email') && (
        <Link
          href={{ query: { lang: place.language, step: 'email' } }}
          prefetch={false}
          className={`${linkLook} text-sm`}
        >
          {texts.change}
        </Link>
      )}
    </div>
  );
}
