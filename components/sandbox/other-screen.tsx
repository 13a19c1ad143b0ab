import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import { banks } from '@/lib/sandbox/banks';
import type { SessionView } from '@/lib/sandbox/hosted-view';
import type { Way } from '@/lib/sandbox/other-methods';
import { Account } from './account';
import { partOf } from './card-screen';
import type { FormAction } from './form-state';
import { Heading } from './heading';
import { LeaveLink } from './leave';
import { ChangeWay } from './method-screen';
import { OtherForm } from './other-form';
import { OtherTestsDrawer } from './other-tests';
import type { Place } from './payment-form';
import { Received } from './received';
import { ShownFields } from './shown-fields';

/** What a link of a drawer fills in: a test card, a bank's code, a phone. */
export type Filled = { card?: unknown; bank?: unknown; phone?: unknown };

type Props = {
  way: Exclude<Way, 'card'>;
  session: SessionView;
  place: Place;
  filled: Filled;
  action: FormAction;
};

/** Bank, phone or cash: what is asked before the payer goes there. */
export function OtherScreen({ way, session, place, filled, action }: Props) {
  const { language } = place;
  const texts = methodTexts[language];
  return (
    <>
      <Heading>{texts[way].heading}</Heading>
      <Received session={session} language={language} />
      <Account session={session} place={place} />
      {way === 'cash' && <p className="text-soft mt-4">{texts.cash.why}</p>}
      <ShownFields heading={pageTexts[language].additional} fields={session.fields.payment} />
      <OtherTestsDrawer way={way} session={session} language={language} open={isFilled(filled)} />
      <OtherForm
        way={way}
        action={action}
        place={place}
        attemptToken={session.attemptToken}
        part={partOf(session, language)}
        country={session.site.country}
        person={session.person}
        lockedFields={session.lockedFields}
        documentTypes={session.documentTypes.map(({ code, name }) => ({ code, name }))}
        banks={banks.map(({ code, name }) => ({ code, name }))}
        networks={session.networks.map(({ code, name }) => ({
          code,
          name: texts.cash.networks[code] ?? name,
        }))}
        filled={{ bank: textOf(filled.bank), phone: textOf(filled.phone) }}
      />
      <p className="text-soft mt-3 text-sm">{pageTexts[language].card.policy}</p>
      <div className="mt-4 grid gap-2">
        <ChangeWay session={session} language={language} />
        <LeaveLink language={language} />
      </div>
    </>
  );
}

function isFilled({ bank, phone }: Filled): boolean {
  return typeof bank === 'string' || typeof phone === 'string';
}

/** What an address may fill a field with: digits, and few. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? value : undefined;
}
