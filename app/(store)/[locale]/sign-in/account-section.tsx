import { Card } from '@/components/ui/card';
import { account } from '@/lib/dictionaries/account';
import type { Locale } from '@/lib/domain/locale';
import { SignOutForm } from './sign-out-form';

/** Who is signed in here, and the two ways out. */
export function AccountSection({ locale, name }: { locale: Locale; name: string }) {
  const texts = account[locale];
  return (
    <Card aria-labelledby="session" className="my-10 max-w-xl">
      <h2 id="session" className="text-xl font-bold">
        {texts.session}
      </h2>
      <p className="mt-1 mb-4 break-words">{texts.signedInAs(name)}</p>
      <SignOutForm
        locale={locale}
        texts={{
          here: texts.signOut,
          everywhere: texts.signOutEverywhere,
          hint: texts.everywhereHint,
          pending: texts.signingOut,
        }}
      />
    </Card>
  );
}
