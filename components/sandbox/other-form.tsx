'use client';

import { methodTexts } from '@/lib/sandbox/dictionaries/methods';
import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { Person, PersonField } from '@/lib/sandbox/hosted-view';
import type { Way } from '@/lib/sandbox/other-methods';
import { ChoiceFields, type Choices } from './choice-fields';
import type { FormAction } from './form-state';
import { HolderFields } from './holder-fields';
import { PaymentForm, type Place } from './payment-form';
import { WayFields } from './way-fields';

type Props = {
  way: Exclude<Way, 'card'>;
  action: FormAction;
  place: Place;
  attemptToken: string;
  part: Choices['part'];
  country: string;
  person: Person;
  lockedFields: readonly PersonField[];
  documentTypes: readonly { code: string; name: string }[];
  banks: readonly { code: string; name: string }[];
  networks: readonly { code: string; name: string }[];
  filled: { bank?: string | undefined; phone?: string | undefined };
};

/** What bank, phone or agent need to know. The attempt's token makes a second submission the same attempt. */
export function OtherForm(props: Props) {
  const { way, action, place, attemptToken, banks, networks, filled } = props;
  const { country, person, lockedFields, documentTypes } = props;
  const texts = pageTexts[place.language];
  const methods = methodTexts[place.language];
  return (
    <PaymentForm action={action} place={place} submit={methods[way].submit}>
      {(state) => (
        <>
          <input type="hidden" name="attemptToken" value={attemptToken} />
          <input type="hidden" name="email" value={person.email} />
          <input type="hidden" name="way" value={way} />
          <WayFields {...{ way, texts, methods, state, banks, networks, filled }} />
          <HolderFields
            {...{ texts, state, country, person, lockedFields, documentTypes }}
            legend={methods.choose.payer}
            withoutPhone={way === 'nequi'}
          />
          <ChoiceFields texts={texts} state={state} part={props.part} asksConsent={false} />
        </>
      )}
    </PaymentForm>
  );
}
