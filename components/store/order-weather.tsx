import type { Look } from '@/lib/domain/order-look';

/** The weather over the hillside: sun when all is well, fog while we wait, rain when it went wrong. */
export function OrderWeather({ tone }: { tone: Look['tone'] }) {
  return (
    <svg viewBox="0 0 120 72" aria-hidden="true" className="h-18 w-30 shrink-0 print:hidden" fill="none">
      <Sky tone={tone} />
      <path d="M2 66c18-4 26-30 44-31s22 18 34 15 20-16 38-20v36z" className="fill-moss" />
      <path
        d="M14 64c14-4 22-19 34-20s20 15 34 12 22-13 36-17M30 65c8-3 12-9 20-9s16 8 28 6 26-10 40-13"
        className="stroke-paper"
        strokeWidth="1.5"
      />
    </svg>
  );
}

function Sky({ tone }: { tone: Look['tone'] }) {
  if (tone === 'good') return <circle cx="88" cy="22" r="14" className="fill-maize dark:fill-clay" />;
  if (tone === 'bad') return <path d={rain} className="stroke-clay" strokeWidth="3" strokeLinecap="round" />;
  if (tone === 'waiting')
    return <path d={fog} className="stroke-maize dark:stroke-ink" strokeWidth="5" strokeLinecap="round" />;
  return <circle cx="88" cy="34" r="14" className="stroke-clay" strokeWidth="3" strokeDasharray="3 6" />;
}

const rain = 'M64 8l-5 12M80 6l-5 12M96 10l-5 12M84 26l-4 9M104 24l-3 8';
const fog = 'M62 10h38M74 20h40M60 30h24';
