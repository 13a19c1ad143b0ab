export type BuyerField =
  | 'name'
  | 'surname'
  | 'email'
  | 'phone'
  | 'country'
  | 'documentType'
  | 'document'
  | 'state'
  | 'city'
  | 'street'
  | 'postalCode';

/** The words of the buyer's form in one language, as the browser gets them. */
export type BuyerTexts = {
  groups: { person: string; document: string; address: string };
  fields: Readonly<Record<BuyerField, string>>;
  hints: { email: string; phone: string; country: string; street: string; surname: string };
  optional: string;
  changeCountry: string;
  /** `#` is the name of the country. */
  countryChanged: string;
  /** `#` is the name of the product. */
  outOfStock: string;
  failed: string;
  /** Null where nothing comes from a cart. */
  toCart: string | null;
  place: string;
  placing: string;
};
