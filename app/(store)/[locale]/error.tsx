'use client';

import { Lost } from '@/components/store/lost';
import { Button } from '@/components/ui/button';
import { lost } from '@/lib/dictionaries/lost';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The shop's apology. What happened is in the log; what is said here tells nobody anything about it. */
export default function StoreError({ reset }: Props) {
  return (
    <Lost
      texts={{
        es: { title: lost.es.errorTitle, text: lost.es.errorText, home: lost.es.backHome },
        en: { title: lost.en.errorTitle, text: lost.en.errorText, home: lost.en.backHome },
      }}
    >
      {(locale) => (
        <Button type="button" onClick={reset}>
          {lost[locale].tryAgain}
        </Button>
      )}
    </Lost>
  );
}
