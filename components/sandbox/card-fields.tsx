'use client';

import { useEffect, useRef } from 'react';
import type { Credit } from '@/lib/sandbox/credits';
import { methodTexts, type MethodTexts } from '@/lib/sandbox/dictionaries/methods';
import type { PageLanguage, PageTexts } from '@/lib/sandbox/dictionaries/page';
import { Choice, Field } from './field';
import type { FormState } from './form-state';
import { formatExpiration, groupCardNumber } from './mask';
import type { FilledCard } from './test-card-groups';

type Props = {
  texts: PageTexts;
  state: FormState;
  testCard: FilledCard | null;
  installments: readonly number[];
  credits: readonly Credit[];
  asksZip: boolean;
  language: PageLanguage;
};

/** Number, expiry, CVV and instalments. What was typed comes back after a problem, except the CVV. */
export function CardFields(props: Props) {
  const { texts, state, testCard, installments, credits, asksZip } = props;
  const methods = methodTexts[props.language];
  const group = useRef<HTMLFieldSetElement>(null);
  const chosen = testCard?.number;
  useEffect(() => {
    if (chosen) group.current?.querySelector('input')?.focus();
  }, [chosen]);
  // A test card chosen after a refused submission replaces what that submission typed.
  const typed = state.values.testCard === (chosen ?? '') ? state.values : {};
  const problem = (field: string) => state.fields[field] && texts.problems[state.fields[field]];
  const t = texts.card;
  return (
    <fieldset ref={group} className="grid grid-cols-2 gap-4">
      <legend className="mb-3 font-semibold">{t.data}</legend>
      <div className="col-span-2">
        <Field
          name="number"
          inputMode="numeric"
          autoComplete="cc-number"
          required
          label={t.number}
          defaultValue={typed.number ?? groupCardNumber(chosen ?? '')}
          problem={problem('number')}
          onBlur={(event) => (event.target.value = groupDigits(event.target.value))}
        />
      </div>
      <Field
        name="expiry"
        inputMode="numeric"
        autoComplete="cc-exp"
        required
        label={t.expiration}
        hint={t.expirationHint}
        defaultValue={typed.expiry ?? testCard?.expiry}
        problem={problem('expiry')}
        onBlur={(event) => (event.target.value = formatExpiration(event.target.value))}
      />
      <Field
        name="cvv"
        type="password"
        inputMode="numeric"
        autoComplete="cc-csc"
        required
        label={t.cvv}
        hint={t.cvvHint}
        defaultValue={testCard?.cvv}
        problem={problem('cvv') ?? (state.problem && !testCard ? t.cvvAgain : undefined)}
      />
      {asksZip && (
        <div className="col-span-2">
          <Field
            name="zip"
            inputMode="numeric"
            autoComplete="billing postal-code"
            label={methods.zip.label}
            hint={methods.zip.hint}
            defaultValue={typed.zip}
            problem={problem('zip')}
          />
        </div>
      )}
      {credits.length > 0 && (
        <div className="col-span-2">
          <Choice
            name="installments"
            label={methods.credit.label}
            defaultValue={typed.installments ?? ''}
            problem={problem('installments')}
          >
            {credits.map(({ groupCode, installments: counts }) => (
              <CreditGroup key={groupCode} {...{ groupCode, counts, texts: methods }} />
            ))}
          </Choice>
        </div>
      )}
      {installments.length > 0 && (
        <div className="col-span-2">
          <Choice
            name="installments"
            label={t.installments}
            defaultValue={typed.installments ?? installments[0]}
            problem={problem('installments')}
          >
            {installments.map((count) => (
              <option key={count} value={count}>
                {t.installment(count)}
              </option>
            ))}
          </Choice>
        </div>
      )}
    </fieldset>
  );
}

function CreditGroup({
  groupCode,
  counts,
  texts: { credit },
}: {
  groupCode: string;
  counts: readonly number[];
  texts: MethodTexts;
}) {
  const group = credit.groups[groupCode] ?? groupCode;
  return (
    <optgroup label={group}>
      {counts.map((count) => (
        <option key={count} value={`${groupCode}:${count}`}>
          {credit.option(group, count)}
        </option>
      ))}
    </optgroup>
  );
}

function groupDigits(typed: string): string {
  const digits = typed.replace(/[\s-]/g, '');
  return /^\d+$/.test(digits) ? groupCardNumber(digits) : typed;
}
