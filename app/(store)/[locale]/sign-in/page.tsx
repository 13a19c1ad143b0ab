import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { account } from '@/lib/dictionaries/account';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale } from '@/lib/domain/locale';
import { Entrance, entranceTitle } from './entrance';
import { readReturnPage } from './return-path';
import { SignInForm } from './sign-in-form';

type Props = PageProps<'/[locale]/sign-in'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: await entranceTitle(locale, account[locale].signIn.title), robots: { index: false } };
}

export default async function SignInPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const to = readReturnPage((await searchParams).to);
  const texts = account[locale].signIn;
  return (
    <Entrance
      locale={locale}
      title={texts.title}
      intro={texts.intro}
      other={{ question: texts.noAccount, label: texts.register, href: `/${locale}/register?to=${to}` }}
    >
      <SignInForm locale={locale} to={to} texts={texts} problems={problems[locale]} />
    </Entrance>
  );
}
