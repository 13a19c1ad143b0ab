/** Interleaved 2 of 5: how the bars of each digit are, narrow or wide. */
const widths = ['nnwwn', 'wnnnw', 'nwnnw', 'wwnnn', 'nnwnw', 'wnwnn', 'nwwnn', 'nnnww', 'wnnwn', 'nwnwn'];

/** An even number of digits as bars; black on white also in the dark, because a scanner reads it. */
export function Barcode({ digits, label }: { digits: string; label: string }) {
  const { bars, width } = draw(digits);
  return (
    <svg
      viewBox={`0 0 ${width} 40`}
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
      className="mt-3 h-20 w-full rounded bg-white fill-black"
    >
      {bars.map(({ at, wide }) => (
        <rect key={at} x={at} y="4" width={wide} height="32" />
      ))}
    </svg>
  );
}

const quiet = 10;

/** Two digits make five bars and the five spaces between them; a start and a stop stand around all. */
function draw(digits: string): { bars: { at: number; wide: number }[]; width: number } {
  const pairs = digits.match(/\d\d/g) ?? [];
  const body = pairs.map((pair) => {
    const [bar = '', space = ''] = [...pair].map((digit) => widths[Number(digit)]);
    return [...bar].map((width, at) => `${width}${space[at]}`).join('');
  });
  const bars: { at: number; wide: number }[] = [];
  let at = quiet;
  for (const [index, width] of [...`nnnn${body.join('')}wnn`].entries()) {
    const wide = width === 'w' ? 3 : 1;
    if (index % 2 === 0) bars.push({ at, wide });
    at += wide;
  }
  return { bars, width: at + quiet };
}
