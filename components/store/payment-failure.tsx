import { Notice } from '@/components/ui/notice';

/** What happened, whether money moved, what to do next. */
export type Failure = { title: string; money: string; next: string };

type Props = {
  failure: Failure;
  /** The gateway's own sentence, when it gave one. Text, whatever it contains. */
  said?: string | undefined;
  texts: { gatewaySays: string; toOrder: string };
  orderPath: string;
};

/** Why no payment page was opened. */
export function PaymentFailure({ failure, said, texts, orderPath }: Props) {
  return (
    <Notice tone="bad" title={failure.title}>
      {said && (
        <p className="break-words">
          {texts.gatewaySays} <q>{said}</q>
        </p>
      )}
      <p>{failure.money}</p>
      <p>{failure.next}</p>
      <a
        href={orderPath}
        className="inline-block py-2 font-semibold underline decoration-2 underline-offset-4"
      >
        {texts.toOrder}
      </a>
    </Notice>
  );
}
