import { flowPages } from '@/lib/dictionaries/flows';
import type { Locale } from '@/lib/domain/locale';

/** A state ready to be drawn. `lit` while the order that is looked at is there. */
export type DrawnState = { name: string; label: string; next: readonly string[]; lit: boolean };

type Props = { locale: Locale; states: readonly DrawnState[] };

/** Of one row, in units of the drawing and in rem. */
const row = { units: 72, rem: 4.5 };
const width = { units: 88, rem: 5.5 };

/**
 * The states from top to bottom, and an arrow for every way from one to another: straight to the one below, as an arc
 * to any other. The arrows repeat what each state says in words to those who cannot see them.
 */
export function StateDiagram({ locale, states }: Props) {
  const texts = flowPages[locale].diagram;
  const labels = new Map(states.map(({ name, label }) => [name, label]));
  const named = (names: readonly string[]) => names.map((name) => labels.get(name) ?? name).join('; ');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem]">
      <ol>
        {states.map(({ name, label, next, lit }) => (
          <li
            key={name}
            aria-current={lit ? 'step' : undefined}
            className="flex h-18 items-center"
            data-state={name}
          >
            <span
              className={`flex min-h-13 w-full items-center gap-3 rounded-2xl border-2 px-3 py-1 text-base leading-tight ${
                lit ? 'border-ink bg-maize font-bold' : 'border-ink/55'
              }`}
            >
              <span
                aria-hidden="true"
                className={`size-3.5 shrink-0 rounded-full border-2 ${lit ? 'border-ink bg-clay' : next.length === 0 ? 'border-ink/55 bg-ink/55' : 'border-ink/55'}`}
              />
              <span className="min-w-0">
                {label}
                {lit && <span className="block text-sm font-semibold">{texts.here}</span>}
              </span>
              <span className="sr-only">{next.length > 0 ? texts.to(named(next)) : texts.end}</span>
            </span>
          </li>
        ))}
      </ol>
      <Arrows states={states} />
    </div>
  );
}

function Arrows({ states }: Pick<Props, 'states'>) {
  const places = new Map(states.map(({ name }, index) => [name, index]));
  const edges = states.flatMap(({ next }, from) =>
    next.flatMap((name) => {
      const to = places.get(name);
      return to === undefined || to === from ? [] : [{ from, to }];
    }),
  );
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width.units} ${states.length * row.units}`}
      width={`${width.rem}rem`}
      height={`${states.length * row.rem}rem`}
      className="text-ink overflow-visible"
    >
      {edges.map(({ from, to }) => (
        <Arrow key={`${from}-${to}`} from={from} to={to} />
      ))}
    </svg>
  );
}

/** It leaves below the middle of its state and arrives above the middle of the other, so that the two are told apart. */
function Arrow({ from, to }: { from: number; to: number }) {
  const down = to > from;
  const [start, end] = [middle(from) + (down ? 9 : -9), middle(to) + (down ? -9 : 9)];
  const reach = Math.min(width.units - 6, 16 + 11 * Math.abs(to - from)) * 1.3;
  return (
    <g className={down ? 'text-ink/75' : 'text-clay'}>
      <path
        d={`M2 ${start}C${reach} ${start} ${reach} ${end} 9 ${end}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={down ? undefined : '5 4'}
      />
      <path d={`M3 ${end}l8-5v10z`} fill="currentColor" />
    </g>
  );
}

function middle(index: number): number {
  return (index + 0.5) * row.units;
}
