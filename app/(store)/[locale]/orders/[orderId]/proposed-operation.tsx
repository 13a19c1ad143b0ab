import { Facts } from '@/components/store/facts';
import { Notice } from '@/components/ui/notice';
import type { Proposal } from '@/lib/data/proposed-operations';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { formatDateTime, formatMoney } from '@/lib/dictionaries/format';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { ReasonForm } from '../../operator/reason-form';
import { agree, withdraw } from './follow-up-actions';

type Props = { locale: Locale; proposal: Proposal; asksPassword: boolean };

/** One operator asked for more than one may do alone: another one decides, with the reason before their eyes. */
export function ProposedOperation({ locale, proposal, asksPassword }: Props) {
  const all = followUpTexts[locale];
  const texts = all.proposed;
  const { operation, stake, why, isOwn } = proposal;
  const { reason, reasonHint, pending } = texts;
  const form = { reason, reasonHint, pending, password: all.password };
  const shared = { locale, id: operation.id, asksPassword, problems: problems[locale] };
  return (
    <>
      <Notice title={texts.title(formatMoney(stake, locale))} className="mt-3">
        <p>{isOwn ? texts.own : texts.other}</p>
        <Facts
          facts={[
            [texts.asker, all.asked(operation.askedBy, formatDateTime(operation.createdAt, locale))],
            [texts.why, why],
          ]}
        />
      </Notice>
      {!isOwn && (
        <Choice title={texts.agree}>
          <ReasonForm
            {...shared}
            decide={agree}
            name="agree"
            texts={{ ...form, button: texts.agreeButton }}
          />
        </Choice>
      )}
      <Choice title={texts.withdraw}>
        <ReasonForm
          {...shared}
          decide={withdraw}
          name="withdraw"
          texts={{ ...form, button: texts.withdrawButton }}
        />
      </Choice>
    </>
  );
}

function Choice({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details className="border-mist mt-3 border-t-2 pt-1">
      <summary className="min-h-11 py-2 font-semibold">{title}</summary>
      {children}
    </details>
  );
}
