import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatMoney } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import { toWireNumber } from '@/lib/domain/money';
import { daysLeft, type Hold } from '@/lib/domain/order-money';

type Props = { locale: Locale; hold: Hold; now: Date };

/** What is held against what was captured, and how long the hold lasts. */
export function HoldBar({ locale, hold, now }: Props) {
  const texts = followUpTexts[locale].hold;
  const [held, captured] = [formatMoney(hold.held, locale), formatMoney(hold.captured, locale)];
  const days = daysLeft(hold, now);
  return (
    <div className="my-3">
      <p className="flex flex-wrap justify-between gap-x-4 font-semibold">
        <span>
          {texts.captured} <span className="tabular-nums">{captured}</span>
        </span>
        <span>
          {texts.held} <span className="tabular-nums">{held}</span>
        </span>
      </p>
      <progress
        aria-label={texts.bar(captured, held)}
        max={toWireNumber(hold.held)}
        value={toWireNumber(hold.captured)}
        className="border-ink/55 bg-paper [&::-moz-progress-bar]:bg-moss [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-moss h-4 w-full appearance-none overflow-hidden rounded-full border-2"
      />
      <p className="text-base">
        {texts.states[hold.state]}
        {hold.state === 'OPEN' && <> · {days > 0 ? texts.days(days) : texts.over}</>}
      </p>
    </div>
  );
}
