'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { BuyerTexts } from './buyer-texts';

/** A kind of document and the country that issues it; null for those that every country has. */
export type DocumentChoice = { value: string; label: string; country: string | null };

type SelectField = { name: string; label: string; error: string | undefined };

type Props = {
  typed: Readonly<Record<string, string>>;
  fields: { country: SelectField; documentType: SelectField };
  countries: readonly { value: string; label: string }[];
  documents: readonly DocumentChoice[];
  texts: BuyerTexts;
};

/** The country, and the documents it issues: choosing another country is another list, from its beginning. */
export function DocumentFields({ typed, fields, countries, documents, texts }: Props) {
  const known = typed.country || 'CO';
  const [chosen, choose] = useState(known);
  const [announced, announce] = useState('');
  const choices = documents.filter(({ country }) => country === null || country === chosen);
  const fits = choices.some(({ value }) => value === typed.documentType);
  return (
    <>
      <Select
        {...fields.country}
        defaultValue={known}
        options={countries}
        hint={texts.hints.country}
        autoComplete="country"
        required
        className="sm:col-span-2"
        onChange={({ currentTarget: { value, selectedOptions } }) => {
          choose(value);
          announce(texts.countryChanged.replace('#', selectedOptions[0]?.textContent ?? value));
        }}
      />
      <noscript className="sm:col-span-2">
        <Button name="again" value="documents" tone="secondary">
          {texts.changeCountry}
        </Button>
      </noscript>
      <p role="status" className="sr-only">
        {announced}
      </p>
      <Select
        key={chosen}
        {...fields.documentType}
        defaultValue={fits ? typed.documentType : choices[0]?.value}
        options={choices}
        required
      />
    </>
  );
}
