import Link from 'next/link';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { Asked, Listing } from '@/lib/sandbox/control-room/listing';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { linkLook } from '../button';
import { Field } from '../field';
import { SmallButton } from './act-form';

/** What a list is drawn from: a page of rows, what was asked for, and in which language. */
export type Listed<T> = Listing<T> & Asked & { language: PageLanguage };

type Props = Omit<Listed<never>, 'rows'> & {
  what: string;
  /** What may be searched for. */
  label: string;
  none: string;
  /** What was found; false when nothing was. */
  children: ReactNode;
};

/** A search, what it finds, and the way to the pages before and after. */
export function ListPage({ what, label, none, children, search, page, more, language }: Props) {
  const t = controlRoomTexts[language].sessions;
  return (
    <>
      <p className="text-soft mt-2">{what}</p>
      <form className="mt-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="lang" value={language} />
        <div className="min-w-0 grow">
          <Field name="search" type="search" label={label} defaultValue={search} maxLength={100} />
        </div>
        <SmallButton>{t.submit}</SmallButton>
      </form>
      {children || <p className="mt-6">{none}</p>}
      <Pages {...{ search, page, more, language }} />
    </>
  );
}

type Where = { requestId: number; language: PageLanguage; children?: ReactNode };

/** To everything about one session. */
export function SessionLink({ requestId, language, children }: Where) {
  return (
    <Link
      href={{ pathname: `/sandbox/control/sessions/${requestId}` as Route, query: { lang: language } }}
      prefetch={false}
      className={linkLook}
    >
      {children ?? requestId}
    </Link>
  );
}

function Pages({ search, page, more, language }: Omit<Listed<never>, 'rows'>) {
  const { newer, older } = controlRoomTexts[language].sessions;
  const at = (number: number) => ({ query: { lang: language, search, page: String(number) } });
  return (
    <p className="mt-4 flex gap-6">
      {page > 1 && (
        <Link href={at(page - 1)} prefetch={false} className={linkLook}>
          {newer}
        </Link>
      )}
      {more && (
        <Link href={at(page + 1)} prefetch={false} className={linkLook}>
          {older}
        </Link>
      )}
    </p>
  );
}
