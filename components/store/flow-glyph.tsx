type Props = { states: readonly { name: string; next: readonly string[] }[] };

const [width, height, ground] = [240, 84, 62];

/** A way to pay as a path on the slope: one stone for each of its states, a filled one where a path may end. */
export function FlowGlyph({ states }: Props) {
  const step = states.length > 1 ? (width - 32) / (states.length - 1) : 0;
  const places = new Map(
    states.map(({ name }, index) => [name, { x: 16 + index * step, y: ground - (index % 2) * 14 }]),
  );
  const paths = states.flatMap(({ name, next }) =>
    next.flatMap((other) => {
      const [from, to] = [places.get(name), places.get(other)];
      return from && to ? [{ key: `${name}-${other}`, from, to }] : [];
    }),
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="w-full max-w-60">
      <path
        d={`M0 ${height}C60 ${height - 16} 96 ${height - 4} 140 ${height - 12}S210 ${height - 22} ${width} ${height - 14}V${height}Z`}
        className="fill-mist"
      />
      {paths.map(({ key, from, to }) => (
        <path
          key={key}
          d={`M${from.x} ${from.y}Q${(from.x + to.x) / 2} ${Math.min(from.y, to.y) - Math.abs(to.x - from.x) * 0.42} ${to.x} ${to.y}`}
          className="stroke-ink/55 fill-none"
          strokeWidth="2"
        />
      ))}
      {states.map(({ name, next }, index) => {
        const place = places.get(name);
        return (
          place && (
            <circle
              key={name}
              cx={place.x}
              cy={place.y}
              r="7"
              strokeWidth="2.5"
              className={`stroke-ink ${index === 0 ? 'fill-maize' : next.length === 0 ? 'fill-moss' : 'fill-paper'}`}
            />
          )
        );
      })}
    </svg>
  );
}
