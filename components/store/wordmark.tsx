/** The name, under its hill. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-1.5 text-2xl leading-none font-extrabold tracking-tight sm:gap-2 sm:text-3xl">
      <svg viewBox="0 0 48 40" width="42" height="35" aria-hidden="true" className="w-8 shrink-0 sm:w-10.5">
        <circle cx="35" cy="10" r="6" className="fill-maize dark:fill-clay" />
        <path d="M1 38C9 36 13 12 20 10s11 24 27 28Z" className="fill-moss" />
        <path
          d="M5 38c8-3 10-19 15-20s8 15 18 20M11 38c5-3 6-11 9-12s5 8 10 12"
          className="stroke-paper fill-none"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      Ladera
    </span>
  );
}
