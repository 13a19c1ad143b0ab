import { Notice } from '@/components/ui/notice';
import { ScheduleDays } from './schedule-days';
import type { ScheduleLines } from './schedule-lines';

type Props = {
  /** Null while the answers make no request; `body` is JSON, ready to be read. */
  shown: { body: string; schedule: ScheduleLines | null } | null;
  /** What to correct first, in words. */
  wrong: readonly string[];
  texts: { title: string; intro: string; masked: string; wrong: string; label: string; schedule: string };
};

/** What the gateway would receive, as the form stands. */
export function RequestView({ shown, wrong, texts }: Props) {
  return (
    <section aria-labelledby="request" className="min-w-0">
      <h2 id="request" className="text-2xl font-bold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-base">{texts.intro}</p>
      {shown === null ? (
        <Notice tone="info" title={texts.wrong}>
          <ul className="list-disc pl-5">
            {wrong.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <pre
          tabIndex={0}
          role="region"
          aria-label={texts.label}
          className="bg-ink text-paper dark:border-mist dark:text-ink max-h-[70dvh] overflow-auto rounded-2xl border-2 border-transparent p-4 text-sm leading-relaxed whitespace-pre-wrap dark:bg-transparent"
        >
          <code className="break-words">{shown.body}</code>
        </pre>
      )}
      <p className="mt-3 max-w-prose text-sm opacity-85">{texts.masked}</p>
      {shown?.schedule && (
        <div className="border-mist mt-6 rounded-2xl border-2 p-5">
          <h3 className="text-xl font-bold">{texts.schedule}</h3>
          <ScheduleDays {...shown.schedule} />
        </div>
      )}
    </section>
  );
}
