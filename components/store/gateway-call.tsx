import { account } from '@/lib/dictionaries/account';
import { formatDateTime } from '@/lib/dictionaries/format';
import type { Locale } from '@/lib/domain/locale';
import { showRecorded } from '@/lib/domain/redacted';

/** A call to the gateway as it was recorded: its secrets were removed before it was kept. */
export type ShownCall = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly requestRedacted: unknown;
  readonly responseRedacted: unknown;
  readonly httpStatus: number | null;
  readonly problem: string | null;
  readonly durationMs: number;
  readonly at: Date;
};

export function GatewayCallItem({ locale, call }: { locale: Locale; call: ShownCall }) {
  const texts = account[locale].operator;
  return (
    <li className="border-mist border-t-2 pt-3 text-base">
      <p className="flex flex-wrap gap-x-4">
        <span className="font-mono break-all">
          {call.method} {call.path}
        </span>
        <span>{call.httpStatus ?? call.problem ?? texts.noReply}</span>
        <span>{texts.duration(call.durationMs)}</span>
        <span className="opacity-85">{formatDateTime(call.at, locale)}</span>
      </p>
      <Body locale={locale} title={texts.request} value={call.requestRedacted} />
      <Body
        locale={locale}
        title={call.problem ? `${texts.reply} (${call.problem})` : texts.reply}
        value={call.responseRedacted}
      />
    </li>
  );
}

function Body({ locale, title, value }: { locale: Locale; title: string; value: unknown }) {
  return (
    <>
      <p className="mt-2 font-semibold">{title}</p>
      <pre
        role="group"
        tabIndex={0}
        aria-label={title}
        className="border-mist max-h-72 overflow-auto rounded-xl border-2 p-3 font-mono text-sm"
      >
        {showRecorded(JSON.stringify(value, null, 2), locale)}
      </pre>
    </>
  );
}
