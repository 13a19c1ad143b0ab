import { inspector } from '@/lib/dictionaries/inspector';
import type { Locale } from '@/lib/domain/locale';

type Props = { locale: Locale; request: unknown };

/** How nonce, seed and secret became the tranKey of this very call. Its one-time values show only how they begin. */
export function TranKeySteps({ locale, request }: Props) {
  const auth = readAuth(request);
  if (!auth) return null;
  const texts = inspector[locale].tranKey;
  return (
    <div className="min-w-0 text-base">
      <p className="font-semibold">{texts.title}</p>
      <p className="max-w-prose">{texts.intro}</p>
      <ol className="my-2 list-decimal space-y-1 pl-6 break-words">
        <li>{texts.nonce(auth.nonce)}</li>
        <li>{texts.seed(auth.seed)}</li>
        <li>{texts.joined}</li>
        <li>{texts.hashed(auth.tranKey)}</li>
      </ol>
      <p className="max-w-prose">{texts.mistakes}</p>
    </div>
  );
}

type Auth = { nonce: string; seed: string; tranKey: string };

function readAuth(request: unknown): Auth | null {
  if (typeof request !== 'object' || request === null || !('auth' in request)) return null;
  const { auth } = request;
  if (typeof auth !== 'object' || auth === null) return null;
  const texts = new Map(Object.entries(auth));
  const [nonce, seed, tranKey] = ['nonce', 'seed', 'tranKey'].map((name) => String(texts.get(name) ?? ''));
  return nonce && seed && tranKey ? { nonce, seed, tranKey } : null;
}
