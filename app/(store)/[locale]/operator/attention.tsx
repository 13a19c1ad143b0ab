import { DoubtfulOperation } from '@/components/store/doubtful-operation';
import { ProposalCard } from '@/components/store/proposal-card';
import { SuspectCard } from '@/components/store/suspect-card';
import { isFreshlyConfirmed } from '@/lib/auth';
import { findDoubtfulOperations } from '@/lib/data/operations-in-doubt';
import { findProposals } from '@/lib/data/proposed-operations';
import { findSuspects } from '@/lib/data/suspects';
import { desk } from '@/lib/dictionaries/desk';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { orders } from '@/lib/dictionaries/orders';
import { problems } from '@/lib/dictionaries/problems';
import { isDoubtfulCharge } from '@/lib/domain/checkout-session';
import type { Locale } from '@/lib/domain/locale';
import type { Viewer } from '@/lib/domain/viewer';
import { AskForm } from '../orders/[orderId]/ask-form';
import { ResolveForm } from '../orders/[orderId]/resolve-form';
import { clear, endDoubt } from './actions';
import { ReasonForm } from './reason-form';

/** What waits for a person, with the evidence and what can be done about it. */
export async function Attention({ locale, viewer }: { locale: Locale; viewer: Viewer }) {
  const [doubtful, proposals, suspects, confirmed] = await Promise.all([
    findDoubtfulOperations(viewer),
    findProposals(viewer),
    findSuspects(viewer),
    isFreshlyConfirmed(),
  ]);
  const texts = desk[locale];
  return (
    <section aria-labelledby="suspects" className="my-8">
      <h2 id="suspects" className="text-2xl font-bold">
        {texts.attention}
      </h2>
      <p className="mb-4 max-w-prose text-base">{texts.attentionIntro}</p>
      {suspects.length + doubtful.length + proposals.length === 0 && <p>{texts.attentionNone}</p>}
      <ul className="grid grid-cols-1 gap-4">
        {doubtful.map((one) => (
          <DoubtfulOperation key={one.operation.id} locale={locale} {...one} />
        ))}
        {proposals.map((one) => (
          <ProposalCard key={one.operation.id} locale={locale} {...one} />
        ))}
        {suspects.map(({ session, orderNumber, calls }) => (
          <SuspectCard
            key={session.id}
            locale={locale}
            session={session}
            orderNumber={orderNumber}
            calls={calls}
          >
            <AskForm
              locale={locale}
              orderId={session.orderId}
              texts={orders[locale].ask}
              problems={problems[locale]}
            />
            {isDoubtfulCharge(session) && (
              <details className="mt-3">
                <summary className="min-h-11 py-2 font-semibold">{texts.doubt.title}</summary>
                <p className="max-w-prose text-base">{texts.doubt.intro}</p>
                <ResolveForm
                  locale={locale}
                  decide={endDoubt}
                  about={{ name: 'id', id: session.id }}
                  reference="requestId"
                  asksPassword={!confirmed}
                  texts={{ ...followUpTexts[locale].resolve, ...texts.doubt, password: texts.clear.password }}
                  problems={problems[locale]}
                />
              </details>
            )}
            {session.suspectedAt && !isDoubtfulCharge(session) && (
              <details className="mt-3">
                <summary className="min-h-11 py-2 font-semibold">{texts.clear.title}</summary>
                <ReasonForm
                  locale={locale}
                  decide={clear}
                  name="clear"
                  id={session.id}
                  asksPassword={!confirmed}
                  texts={texts.clear}
                  problems={problems[locale]}
                />
              </details>
            )}
          </SuspectCard>
        ))}
      </ul>
    </section>
  );
}
