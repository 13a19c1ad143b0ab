'use client';

import type { ReactNode } from 'react';
import { FormProblem, sentence } from '@/components/store/form-problem';
import { HiddenInputs } from '@/components/store/hidden-inputs';
import { useTypedForm } from '@/components/store/typed-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';
import type { BuyerField, BuyerTexts } from './buyer-texts';
import { DocumentFields, type DocumentChoice } from './document-fields';

type Props = {
  locale: string;
  /** The server action that buys. */
  act: (previous: FormState, form: FormData) => Promise<FormState>;
  /** What the server rendered into the form, such as the key that makes a double click one purchase. */
  hidden: Readonly<Record<string, string>>;
  initial: Readonly<Record<string, string>>;
  countries: readonly { value: string; label: string }[];
  documents: readonly DocumentChoice[];
  texts: BuyerTexts;
  problems: Readonly<Record<string, string>>;
  /** One more question, before the button. */
  choice?: {
    title: string;
    name: string;
    label: string;
    options: readonly { value: string; label: string }[];
  };
};

/**
 * The buyer's data. Choosing a country changes the documents at once, and without JavaScript by a button of its
 * own; whatever goes wrong, what was typed stays.
 */
export function BuyerForm({
  locale,
  act,
  hidden,
  initial,
  countries,
  documents,
  texts,
  problems,
  choice,
}: Props) {
  const { state: placed, pending, form } = useTypedForm(act);
  const typed: Readonly<Record<string, string>> = { ...initial, ...placed.values };
  const field = (name: BuyerField) => ({
    name,
    label: texts.fields[name],
    defaultValue: typed[name] ?? '',
    error: sentence(placed.fields[name], problems),
  });
  const optional = (name: BuyerField) => ({
    ...field(name),
    label: `${texts.fields[name]} (${texts.optional})`,
  });
  return (
    <form {...form} className="grid gap-9">
      <FormProblem problem={placed.problem} problems={problems}>
        {placed.message && <p>{texts.outOfStock.replace('#', placed.message)}</p>}
        {placed.problem && <p>{texts.failed}</p>}
        {texts.toCart && isAboutTheCart(placed.problem) && (
          <a
            href={`/${locale}/cart`}
            className="inline-block py-2 font-semibold underline underline-offset-4"
          >
            {texts.toCart}
          </a>
        )}
      </FormProblem>
      <HiddenInputs values={{ locale, ...hidden }} />
      {/* Enter in a field presses the first button of a form: this one, and not the one of the country. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {texts.place}
      </button>
      <Group title={texts.groups.person}>
        <Field {...field('name')} autoComplete="given-name" required />
        <Field {...field('surname')} autoComplete="family-name" hint={texts.hints.surname} />
        <Field {...field('email')} type="email" autoComplete="email" hint={texts.hints.email} required />
        <Field {...field('phone')} type="tel" autoComplete="tel" hint={texts.hints.phone} required />
      </Group>
      <Group title={texts.groups.document}>
        <DocumentFields
          typed={typed}
          fields={{ country: field('country'), documentType: field('documentType') }}
          countries={countries}
          documents={documents}
          texts={texts}
        />
        <Field {...field('document')} autoComplete="off" autoCapitalize="characters" required />
      </Group>
      <Group title={texts.groups.address}>
        <Field
          {...field('street')}
          autoComplete="street-address"
          hint={texts.hints.street}
          className="sm:col-span-2"
          required
        />
        <Field {...field('city')} autoComplete="address-level2" required />
        <Field {...optional('state')} autoComplete="address-level1" />
        <Field {...optional('postalCode')} autoComplete="postal-code" />
      </Group>
      {choice && (
        <Group title={choice.title}>
          <Select
            {...{ name: choice.name, label: choice.label, options: choice.options }}
            defaultValue={typed[choice.name]}
            error={sentence(placed.fields[choice.name], problems)}
            className="sm:col-span-2"
          />
        </Group>
      )}
      <SubmitButton pending={pending} pendingLabel={texts.placing} className="text-xl sm:justify-self-start">
        {texts.place}
      </SubmitButton>
    </form>
  );
}

function isAboutTheCart(problem: string | null): boolean {
  return problem === 'out_of_stock' || problem === 'empty_cart';
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2">
      <legend className="mb-3 text-2xl font-bold">{title}</legend>
      {children}
    </fieldset>
  );
}
