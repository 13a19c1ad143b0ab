import { inspector } from '@/lib/dictionaries/inspector';
import type { Locale } from '@/lib/domain/locale';
import { languages } from '@/lib/recipes/languages';
import { toRecipe } from '@/lib/recipes/recipe';
import type { ShownCall } from './exchange';
import { CopyButton } from './copy-button';
import { codeStyle } from './json-block';

type Props = { locale: Locale; call: ShownCall; gatewayUrl: string };

/** The same call in five languages, each complete: it signs by itself and needs only the secret. */
export function CallCode({ locale, call, gatewayUrl }: Props) {
  const texts = inspector[locale].code;
  const recipe = toRecipe(call, gatewayUrl);
  return (
    <div className="min-w-0">
      <p className="font-semibold">{texts.title}</p>
      <p className="mb-1 max-w-prose text-base">{texts.hint}</p>
      {languages.map(({ name, write }, index) => {
        const id = `code-${call.id}-${index}`;
        return (
          <details key={name} name={`code-${call.id}`} className="border-mist border-t-2">
            <summary className="min-h-11 py-2 font-semibold">{name}</summary>
            <div className="pb-3">
              <CopyButton from={id} name={name} texts={texts} />
              <pre id={id} role="group" tabIndex={0} aria-label={name} className={codeStyle}>
                {write(recipe)}
              </pre>
            </div>
          </details>
        );
      })}
    </div>
  );
}
