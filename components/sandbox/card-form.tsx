'use client';

import { pageTexts } from '@/lib/sandbox/dictionaries/page';
import type { Credit } from '@/lib/sandbox/credits';
import type { Person, PersonField } from '@/lib/sandbox/hosted-view';
import { CardFields } from './card-fields';
import { ChoiceFields, type Choices } from './choice-fields';
import type { FormAction } from './form-state';
import { HolderFields } from './holder-fields';
import { PaymentForm, type Place } from './payment-form';
import type { FilledCard } from './test-card-groups';

type Props = {
  action: FormAction;
  place: Place;
  attemptToken: string;
  submit: string;
  /** What to know before the button is pressed, or null. */
  note: string | null;
  country: string;
  person: Person;
  lockedFields: readonly PersonField[];
  documentTypes: readonly { code: string; name: string }[];
  installments: readonly number[];
  credits: readonly Credit[];
  asksZip: boolean;
  testCard: FilledCard | null;
  choices: Choices;
};

/** The card and its holder. The attempt's token makes a second submission of the same form the same attempt. */
export function CardForm(props: Props) {
  const { action, place, attemptToken, submit, testCard, installments } = props;
  const texts = pageTexts[place.language];
  return (
    <PaymentForm action={action} place={place} submit={submit}>
      {(state) => (
        <>
          <input type="hidden" name="attemptToken" value={attemptToken} />
          <input type="hidden" name="email" value={props.person.email} />
          <input type="hidden" name="testCard" value={testCard?.number ?? ''} />
          <CardFields
            key={testCard?.number}
            texts={texts}
            state={state}
            testCard={testCard}
            installments={installments}
            credits={props.credits}
            asksZip={props.asksZip}
            language={place.language}
          />
          <HolderFields texts={texts} state={state} legend={texts.card.holder} {...holder(props)} />
          <ChoiceFields texts={texts} state={state} {...props.choices} />
          {props.note && <p className="border-accent border-l-4 py-1 pl-3 font-medium">{props.note}</p>}
        </>
      )}
    </PaymentForm>
  );
}

function holder({ country, person, lockedFields, documentTypes }: Props) {
  return { country, person, lockedFields, documentTypes };
}
