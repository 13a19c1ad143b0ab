import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { account } from '@/lib/dictionaries/account';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale } from '@/lib/domain/locale';
import { Entrance, entranceTitle } from '../sign-in/entrance';
import { readReturnPage } from '../sign-in/return-path';
import { RegisterForm } from './register-form';

type Props = PageProps<'/[locale]/register'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: await entranceTitle(locale, account[locale].register.title), robots: { index: false } };
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const to = readReturnPage((await searchParams).to);
  const texts = account[locale].register;
  return (
    <Entrance
      locale={locale}
      title={texts.title}
      intro={texts.intro}
      other={{ question: texts.haveAccount, label: texts.signIn, href: `/${locale}/sign-in?to=${to}` }}
    >
      <RegisterForm locale={locale} to={to} texts={texts} problems={problems[locale]} />
    </Entrance>
  );
}
