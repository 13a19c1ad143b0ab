import type { PageTexts } from '@/lib/sandbox/dictionaries/page';
import type { Person, PersonField } from '@/lib/sandbox/hosted-view';
import { Choice, Field } from './field';
import type { FormState } from './form-state';
import { callingCodes, splitPhone } from './phone';

type Props = {
  texts: PageTexts;
  state: FormState;
  legend: string;
  /** Asked for elsewhere in the form. */
  withoutPhone?: boolean;
  country: string;
  person: Person;
  lockedFields: readonly PersonField[];
  documentTypes: readonly { code: string; name: string }[];
};

/** The holder: what the merchant sent as payer is read-only, what it sent as buyer can be changed. */
export function HolderFields(props: Props) {
  const { texts, state, legend, person, lockedFields, documentTypes } = props;
  const t = texts.card;
  const locked = (field: PersonField) => lockedFields.includes(field);
  const about = (name: string, field: PersonField) => ({
    name,
    defaultValue: state.values[name] ?? person[field],
    readOnly: locked(field),
    problem: state.fields[name] && texts.problems[state.fields[name]],
  });
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-3 font-semibold">{legend}</legend>
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
      {!props.withoutPhone && <Phone {...props} about={about('phone', 'mobile')} locked={locked('mobile')} />}
    </fieldset>
  );
}

/** A list cannot be read-only; only an unlocked one is drawn. */
function choice({ name, defaultValue, problem }: { name: string; defaultValue: string; problem?: string }) {
  return { name, defaultValue, problem };
}

type PhoneProps = Props & {
  about: { name: string; defaultValue: string; readOnly: boolean; problem?: string };
  locked: boolean;
};

function Phone({ texts, state, country, person, about, locked }: PhoneProps) {
  const t = texts.card;
  const phone = splitPhone(person.mobile, country);
  if (locked) return <Field {...about} label={t.phone} />;
  return (
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
        {...about}
        defaultValue={state.values.phone ?? phone.number}
        label={t.phone}
        type="tel"
        autoComplete="tel-national"
        required
      />
    </>
  );
}
