import { buttonStyle } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { desk } from '@/lib/dictionaries/desk';
import type { Locale } from '@/lib/domain/locale';

/** Asks by address, so that what was found can be kept and sent. */
export function SearchForm({ locale, text }: { locale: Locale; text: string }) {
  const texts = desk[locale];
  return (
    <form
      action={`/${locale}/operator`}
      role="search"
      aria-label={texts.search}
      className="my-6 grid max-w-xl gap-3"
    >
      <Field
        name="q"
        type="search"
        label={texts.search}
        hint={texts.searchHint}
        defaultValue={text}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <button className={buttonStyle('secondary')}>{texts.searchButton}</button>
      </div>
    </form>
  );
}
