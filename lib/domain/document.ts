/** Identity documents by country, as PlacetoPay's payment page checks them: https://docs.placetopay.dev (Document types). */
export type DocumentType = {
  readonly code: string;
  /** ISO 3166-1, or null when every country has it. */
  readonly country: string | null;
  /** Its own name, in the language of its country. */
  readonly name: string;
  readonly rule: RegExp;
  /** A company's document: no surname goes with it. */
  readonly company: boolean;
};

const worldwide = /^[a-zA-Z0-9_]{4,16}$/;
const person = false;
const company = true;

export const documentTypes: readonly DocumentType[] = [
  type('CC', 'CO', 'Cédula de ciudadanía', /^[1-9][0-9]{3,9}$/, person),
  type('CE', 'CO', 'Cédula de extranjería', /^([a-zA-Z]{1,5})?[1-9][0-9]{3,7}$/, person),
  type('TI', 'CO', 'Tarjeta de identidad', /^[1-9][0-9]{4,11}$/, person),
  type('NIT', 'CO', 'Número de Identificación Tributaria', /^[1-9]\d{6,9}$/, company),
  type('RUT', 'CO', 'Registro único tributario', /^[1-9]\d{6,9}$/, company),
  type('CI', 'EC', 'Cédula de identidad', /^\d{10}$/, person),
  type('RUC', 'EC', 'Registro Único de Contribuyentes', /^\d{13}$/, company),
  type('CRCPF', 'CR', 'Cédula personal física', /^[1-9][0-9]{8}$/, person),
  type('CPJ', 'CR', 'Cédula personal jurídica', /^[1-9][0-9]{9}$/, company),
  type(
    'DIMEX',
    'CR',
    'Documento de identificación de Migración y Extranjería',
    /^[1-9][0-9]{10,11}$/,
    person,
  ),
  type('DIDI', 'CR', 'Documento de identificación de diplomáticos', /^[1-9][0-9]{10,11}$/, person),
  type('CLRUT', 'CL', 'Rol único tributario', /^(\d{1,2}(?:\.?\d{1,3}){2}-[\dKk])$/, company),
  type('CIP', 'PA', 'Cédula de identidad personal', /^(N|E|PE\d+)?\d{2,6}\d{2,6}$/, person),
  type('PARUC', 'PA', 'Registro Único de Contribuyente', /^[a-zA-Z0-9-]{1,16}$/, company),
  type('CPF', 'BR', 'Cadastro de Pessoas Físicas', /^\d{10,11}$/, person),
  type('DNI', 'PE', 'Documento Nacional de Identidad', /^\d{8}$/, person),
  type('PERUC', 'PE', 'Registro Único de Contribuyentes', /^(10|15|16|17|20)\d{9}$/, company),
  type('HNDNI', 'HN', 'Documento nacional de identificación', /^[a-zA-Z0-9]{1,15}$/, person),
  type('HNDR', 'HN', 'Documento de residencia', /^[a-zA-Z0-9]{1,15}$/, person),
  type('RTN', 'HN', 'Número de registro tributario', /^[0-9]{14,16}$/, company),
  type('BZSSN', 'BZ', 'Social Security Number', /^[0-9]{9}$/, person),
  type('BRN', 'BZ', 'Business Registration Number', /^[0-9]{5,7}$/, company),
  type('UYCI', 'UY', 'Cédula de Identidad', /^\d{6,7}-[0-9]$/, person),
  type('UYRUT', 'UY', 'Registro Único Tributario', /^\d{12}$/, company),
  type('EIN', 'PR', 'Employer Identification Number', /^[1-9]\d?-\d{7}$/, company),
  type('PPN', null, 'Pasaporte / Passport', worldwide, person),
  type('TAX', null, 'Tax ID', worldwide, person),
  type('LIC', null, 'Labeler Identification Code', worldwide, person),
];

/** Where the shop delivers to, the home country first. */
export const countries = [
  'CO',
  'BR',
  'BZ',
  'CL',
  'CR',
  'EC',
  'ES',
  'HN',
  'MX',
  'PA',
  'PE',
  'PR',
  'US',
  'UY',
] as const;

export type Country = (typeof countries)[number];

export function isCountry(text: string): text is Country {
  return countries.some((country) => country === text);
}

/** The country's own documents first, then those every country has. */
export function documentTypesOf(country: string): DocumentType[] {
  return documentTypes.filter((type) => type.country === country || type.country === null);
}

export function isDocumentType(code: string): boolean {
  return documentTypes.some((type) => type.code === code);
}

/** Whether a document of this type (`CC`, `NIT`…) may read so. */
export function isDocument(code: string, document: string): boolean {
  return documentTypes.some((type) => type.code === code && type.rule.test(document));
}

/** Whether the type belongs to companies, which have no surname. */
export function isCompanyDocument(code: string): boolean {
  return documentTypes.some((type) => type.code === code && type.company);
}

function type(
  code: string,
  country: string | null,
  name: string,
  rule: RegExp,
  isCompany: boolean,
): DocumentType {
  return { code, country, name, rule, company: isCompany };
}
