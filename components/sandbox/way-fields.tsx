import type { MethodTexts } from '@/lib/sandbox/dictionaries/methods';
import type { PageTexts } from '@/lib/sandbox/dictionaries/page';
import type { Way } from '@/lib/sandbox/other-methods';
import { Choice, Field } from './field';
import type { FormState } from './form-state';

type Named = readonly { code: string; name: string }[];

type Props = {
  way: Exclude<Way, 'card'>;
  texts: PageTexts;
  methods: MethodTexts;
  state: FormState;
  banks: Named;
  networks: Named;
  filled: { bank?: string | undefined; phone?: string | undefined };
};

/** What is asked of each way and of no other. A drawer's link fills it in; what was typed comes back after a problem. */
export function WayFields({ way, texts, methods, state, banks, networks, filled }: Props) {
  const about = (name: string) => ({
    name,
    problem: state.fields[name] && texts.problems[state.fields[name]],
  });
  if (way === 'nequi') {
    return (
      <Field
        {...about('nequiPhone')}
        key={filled.phone}
        label={methods.nequi.phone}
        hint={methods.nequi.hint}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        defaultValue={state.values.nequiPhone ?? filled.phone}
        required
      />
    );
  }
  if (way === 'cash') {
    return (
      <Choice
        {...about('network')}
        label={methods.cash.network}
        defaultValue={state.values.network ?? networks[0]?.code}
      >
        <Options rows={networks} />
      </Choice>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Choice
        {...about('bank')}
        label={methods.pse.bank}
        defaultValue={state.values.bank ?? filled.bank ?? ''}
        required
      >
        <option value="">{texts.card.choose}</option>
        <Options rows={banks} />
      </Choice>
      <Choice
        {...about('personType')}
        label={methods.pse.personType}
        defaultValue={state.values.personType ?? 'NATURAL'}
      >
        <Options rows={Object.entries(methods.pse.persons).map(([code, name]) => ({ code, name }))} />
      </Choice>
    </div>
  );
}

function Options({ rows }: { rows: Named }) {
  return rows.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
