import type { Money } from '@/lib/domain/money';

type Props = { part: Money; whole: Money; label: string };

/** How much of an amount is there, as a length: the words beside it say the same. */
export function MoneyBar({ part, whole, label }: Props) {
  const thousandths = whole.minor > 0n ? Number((part.minor * 1000n) / whole.minor) : 0;
  const filled = Math.min(1000, Math.max(0, thousandths));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(filled / 10)}
    >
      <svg
        width="100%"
        height="1.25rem"
        aria-hidden="true"
        className="border-ink block rounded-full border-2"
      >
        <rect width="100%" height="100%" className="fill-paper" />
        <rect width={`${filled / 10}%`} height="100%" className="fill-moss" />
      </svg>
    </div>
  );
}
