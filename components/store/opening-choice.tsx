export type OpeningTexts = {
  legend: string;
  redirect: string;
  redirectHint: string;
  lightbox: string;
  lightboxHint: string;
};

/**
 * Where the payment page opens. A window needs JavaScript: without it there is no choice, and the page is its own. The
 * choice has its place from the first paint on: what came later would push the button away from under the pointer.
 */
export function OpeningChoice({ texts, chosen }: { texts: OpeningTexts; chosen?: string | undefined }) {
  const ways = [
    { value: 'redirect', label: texts.redirect, hint: texts.redirectHint },
    { value: 'lightbox', label: texts.lightbox, hint: texts.lightboxHint },
  ];
  return (
    <fieldset className="grid gap-2 noscript:hidden">
      <legend className="mb-2 font-semibold">{texts.legend}</legend>
      {ways.map(({ value, label, hint }) => (
        <label
          key={value}
          className="border-mist has-checked:border-ink flex cursor-pointer items-start gap-3 rounded-2xl border-2 px-4 py-3"
        >
          <input
            type="radio"
            name="opening"
            value={value}
            defaultChecked={value === (chosen ?? 'redirect')}
            className="accent-moss mt-1 size-5 shrink-0"
          />
          <span>
            <span className="block font-semibold">{label}</span>
            <span className="block text-sm opacity-85">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
