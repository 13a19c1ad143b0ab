import type { ReactNode } from 'react';
import type { Dossier } from '@/lib/sandbox/control-room/sessions';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { formatMoment } from '../moment';
import { Fact, Literal } from './act-form';

type Message = Pick<
  Dossier['deliveries'][number],
  'url' | 'dueAt' | 'finishedAt' | 'durationMs' | 'httpStatus' | 'error' | 'body' | 'signed'
>;

type Props = {
  /** Of the heading, for the buttons that act on this message. */
  headingId: string;
  heading: string;
  message: Message;
  language: PageLanguage;
  /** What the merchant answered, where that is kept, and the buttons. */
  children: ReactNode;
};

/** One message to a merchant: where and when it went, how it was answered, its bytes and the text that was signed. */
export function SentMessage({ headingId, heading, message, language, children }: Props) {
  const t = controlRoomTexts[language].deliveries;
  const { url, dueAt, finishedAt, durationMs, httpStatus, error, body, signed } = message;
  const answer = [httpStatus && `HTTP ${httpStatus}`, error].filter(Boolean).join(': ');
  return (
    <article className="border-line rounded-xl border p-4" aria-labelledby={headingId}>
      <h3 id={headingId} className="font-semibold">
        {heading}
      </h3>
      <dl className="mt-2 grid grid-cols-1 gap-1 text-sm">
        <Fact term={t.to}>{url}</Fact>
        <Fact term={t.due}>{formatMoment(dueAt, language)}</Fact>
        {finishedAt && (
          <Fact term={t.finished}>
            {formatMoment(finishedAt, language)}
            {durationMs !== null && `, ${durationMs} ms`}
          </Fact>
        )}
        {answer && <Fact term={t.answer}>{answer}</Fact>}
      </dl>
      <Literal label={t.body}>{body}</Literal>
      {signed.text && (
        <>
          <Literal label={[t.signed, signed.algorithm].filter(Boolean).join(', ')}>{signed.text}</Literal>
          <p className={`mt-1 text-sm font-medium ${signed.fits ? 'text-good' : 'text-bad'}`}>
            {signed.fits ? t.fits : t.fitsNot}
          </p>
        </>
      )}
      {children}
    </article>
  );
}

/** A state that is newer than these words is shown as it is. */
export function word(words: Readonly<Record<string, string>>, name: string): string {
  return words[name] ?? name;
}
