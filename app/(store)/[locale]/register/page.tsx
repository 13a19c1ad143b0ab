import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccountPage } from '@/components/store/account-page';
import { viewer } from '@/lib/auth';
import { account } from '@/lib/dictionaries/account';
import { problems } from '@/lib/dictionaries/problems';
import { isLocale } from '@/lib/domain/locale';
import { AccountSection } from '../sign-in/account-section';
import { readReturnPage } from '../sign-in/return-path';
import { RegisterForm } from './register-form';

type Props = PageProps<'/[locale]/register'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: account[locale].register.title, robots: { index: false } } : {};
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const to = readReturnPage((await searchParams).to);
  const seen = await viewer();
  const texts = account[locale].register;
  if (seen.kind !== 'guest')
    return (
      <AccountPage title={texts.title}>
        <AccountSection locale={locale} name={seen.name} />
      </AccountPage>
    );
  return (
    <AccountPage
      title={texts.title}
      intro={texts.intro}
      other={{ question: texts.haveAccount, label: texts.signIn, href: `/${locale}/sign-in?to=${to}` }}
    >
      <RegisterForm locale={locale} to={to} texts={texts} problems={problems[locale]} />
    </AccountPage>
  );
}
