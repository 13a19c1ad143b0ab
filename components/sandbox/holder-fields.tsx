import type { PageTexts } from '@/lib/sandbox/dictionaries/page';
import type { Person, PersonField } from '@/lib/sandbox/hosted-view';
import { Choice, Field } from './field';
import type { FormState } from './form-state';
import { callingCodes, splitPhone } from './phone';

type Props = {
  texts: PageTexts;
  state: FormState;
  country: string;
  person: Person;
  lockedFields: readonly PersonField[];
  documentTypes: readonly { code: string; name: string }[];
};

/** The holder: what the merchant sent as payer is read-only, what it sent as buyer can be changed. */
export function HolderFields({ texts, state, country, person, lockedFields, documentTypes }: Props) {
  const t = texts.card;
  const locked = (field: PersonField) => lockedFields.includes(field);
  const about = (name: string, field: PersonField) => ({
    name,
    defaultValue: state.values[name] ?? person[field],
    readOnly: locked(field),
    problem: state.fields[name] && texts.problems[state.fields[name]],
  });
  const phone = splitPhone(person.mobile, country);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 font-semibold">{t.holder}</legend>
      {lockedFields.length > 0 && <p className="text-soft text-sm sm:col-span-2">{t.locked}</p>}
      <Field {...about('name', 'name')} label={t.name} autoComplete="given-name" required />
      <Field
        {...about('surname', 'surname')}
        label={t.surname}
        hint={t.surnameHint}
        autoComplete="family-name"
      />
      {locked('documentType') ? (
        <Field {...about('documentType', 'documentType')} label={t.documentType} />
      ) : (
        <Choice {...choice(about('documentType', 'documentType'))} label={t.documentType} required>
          <option value="">{t.choose}</option>
          {documentTypes.map(({ code, name }) => (
            <option key={code} value={code}>
              {code === name ? code : `${code} · ${name}`}
            </option>
          ))}
        </Choice>
      )}
      <Field {...about('document', 'document')} label={t.document} required />
      {locked('mobile') ? (
        <Field {...about('phone', 'mobile')} label={t.phone} />
      ) : (
        <>
          <Choice
            name="phoneCountry"
            label={t.phoneCountry}
            autoComplete="tel-country-code"
            defaultValue={state.values.phoneCountry ?? phone.code}
          >
            {callingCodes.map(([two, code]) => (
              <option key={two} value={code}>{`${two} ${code}`}</option>
            ))}
          </Choice>
          <Field
            {...about('phone', 'mobile')}
            defaultValue={state.values.phone ?? phone.number}
            label={t.phone}
            type="tel"
            autoComplete="tel-national"
            required
          />
        </>
      )}
    </fieldset>
  );
}

/** A list cannot be read-only; only an unlocked one is drawn. */
function choice({ name, defaultValue, problem }: { name: string; defaultValue: string; problem?: string }) {
  return { name, defaultValue, problem };
}
