import { Notice } from '@/components/ui/notice';
import type { Proposal } from '@/lib/data/proposed-operations';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { recoveryOf, type Operation } from '@/lib/domain/operation';
import { resolveInDoubt } from './follow-up-actions';
import { ProposedOperation } from './proposed-operation';
import { ResolveForm } from './resolve-form';

type Props = {
  locale: Locale;
  operation: Operation;
  proposal: Proposal | undefined;
  asksPassword: boolean;
};

/** Something was asked for and its end is not known: nobody asks for anything else meanwhile. */
export function OpenOperation({ locale, operation, proposal, asksPassword }: Props) {
  const texts = followUpTexts[locale];
  if (proposal) return <ProposedOperation locale={locale} proposal={proposal} asksPassword={asksPassword} />;
  if (operation.state !== 'IN_DOUBT')
    return (
      <Notice title={texts.open.title} className="mt-3">
        <p>{texts.open.body}</p>
      </Notice>
    );
  const recovery = recoveryOf(operation);
  return (
    <>
      <Notice tone="bad" title={texts.frozen.title} className="mt-3">
        <p>{texts.frozen[recovery]}</p>
      </Notice>
      {recovery === 'operator' && (
        <ResolveForm
          locale={locale}
          decide={resolveInDoubt}
          about={{ name: 'operationId', id: operation.id }}
          reference="internalReference"
          asksPassword={asksPassword}
          texts={{ ...texts.resolve, password: texts.password }}
          problems={problems[locale]}
        />
      )}
    </>
  );
}
