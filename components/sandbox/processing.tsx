import Link from 'next/link';
import { pageTexts, type PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { AskAgain } from './ask-again';
import { quietLook } from './button';
import { Heading } from './heading';

/** The network has not answered. The page asks again by itself, with and without JavaScript. */
export function Processing({ language }: { language: PageLanguage }) {
  const texts = pageTexts[language].processing;
  return (
    <>
      <div
        aria-hidden="true"
        className="border-line border-t-accent mb-5 size-14 animate-spin rounded-full border-4"
      />
      <Heading>{texts.heading}</Heading>
      <p role="status" className="mt-2">
        {texts.why}
      </p>
      <p className="mt-2 font-medium">{texts.keep}</p>
      <AskAgain seconds={4} />
      <Link href={{ query: { lang: language } }} prefetch={false} className={`${quietLook} mt-8`}>
        {texts.check}
      </Link>
    </>
  );
}
