'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { emptyForm } from '@/lib/domain/form-state';
import { signOut, signOutEverywhere } from './actions';

type Props = {
  locale: string;
  texts: { here: string; everywhere: string; hint: string; pending: string };
};

export function SignOutForm({ locale, texts }: Props) {
  const [, here, leaving] = useActionState(signOut, emptyForm);
  const [, everywhere, leavingAll] = useActionState(signOutEverywhere, emptyForm);
  return (
    <form action={here} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="locale" value={locale} />
      <Button tone="secondary" aria-disabled={leaving || undefined}>
        {leaving ? texts.pending : texts.here}
      </Button>
      <Button
        formAction={everywhere}
        tone="quiet"
        className="max-sm:justify-start max-sm:px-0 max-sm:text-left"
        aria-disabled={leavingAll || undefined}
      >
        {leavingAll ? texts.pending : texts.everywhere}
      </Button>
      <p className="w-full text-base opacity-85">{texts.hint}</p>
    </form>
  );
}
