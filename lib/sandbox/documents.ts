/** Identity documents and their rules, by country. Source: https://docs.placetopay.dev/checkout/document-types */

export type DocumentType = {
  code: string;
  name: string;
  /** Null: offered everywhere. */
  country: string | null;
  rule: RegExp;
  /** A company's document: its owner has no surname. */
  company: boolean;
};

const rows: readonly (readonly [string, string | null, string, RegExp, 'company'?])[] = [
  ['CC', 'CO', 'Cédula de ciudadanía', /^[1-9][0-9]{3,9}$/],
  ['CE', 'CO', 'Cédula de extranjería', /^([a-zA-Z]{1,5})?[1-9][0-9]{3,7}$/],
  ['TI', 'CO', 'Tarjeta de identidad', /^[1-9][0-9]{4,11}$/],
  ['NIT', 'CO', 'Número de Identificación Tributaria', /^[1-9]\d{6,9}$/, 'company'],
  ['RUT', 'CO', 'Registro único tributario', /^[1-9]\d{6,9}$/, 'company'],
  ['CI', 'EC', 'Cédula de identidad', /^\d{10}$/],
  ['RUC', 'EC', 'Registro Único de Contribuyentes', /^\d{13}$/, 'company'],
  ['EIN', 'PR', 'Employer Identification Number', /^[1-9]\d?-\d{7}$/, 'company'],
  ['CRCPF', 'CR', 'Cédula personal física', /^[1-9][0-9]{8}$/],
  ['CPJ', 'CR', 'Cédula personal jurídica', /^[1-9][0-9]{9}$/, 'company'],
  ['DIMEX', 'CR', 'Documento de identificación de Migración y Extranjería', /^[1-9][0-9]{10,11}$/],
  ['DIDI', 'CR', 'Documento de identificación de diplomáticos', /^[1-9][0-9]{10,11}$/],
  ['CLRUT', 'CL', 'Cédula personal física', /^(\d{1,2}(?:\.?\d{1,3}){2}-[\dKk])$/, 'company'],
  ['CIP', 'PA', 'Cédula de identidad personal', /^(N|E|PE\d+)?\d{2,6}\d{2,6}$/],
  ['PARUC', 'PA', 'Registro Único de Contribuyente', /^[a-zA-Z0-9-]{1,16}$/, 'company'],
  ['CPF', 'BR', 'Cadastro de Pessoas Físicas', /^\d{10,11}$/],
  ['DNI', 'PE', 'DNI', /^\d{8}$/],
  ['PERUC', 'PE', 'Registro Único de Contribuyentes', /^(10|15|16|17|20)\d{9}$/, 'company'],
  ['HNDNI', 'HN', 'Documento nacional de identificación', /^[a-zA-Z0-9]{1,15}$/],
  ['HNDR', 'HN', 'Documento de residencia', /^[a-zA-Z0-9]{1,15}$/],
  ['RTN', 'HN', 'Número de registro tributario', /^[0-9]{14,16}$/, 'company'],
  ['BZSSN', 'BZ', 'Identificación de Seguridad Social', /^[0-9]{9}$/],
  ['BRN', 'BZ', 'Business Registration number', /^[0-9]{5,7}$/, 'company'],
  ['UYCI', 'UY', 'Cédula de Identidad', /^\d{6,7}-[0-9]$/],
  ['UYRUT', 'UY', 'Registro Único Tributario', /^\d{12}$/, 'company'],
  ['PPN', null, 'Pasaporte', /^[a-zA-Z0-9_]{4,16}$/],
  ['TAX', null, 'TAX', /^[a-zA-Z0-9_]{4,16}$/],
  ['LIC', null, 'Labeler Identification Code', /^[a-zA-Z0-9_]{4,16}$/],
];

export const documentTypes: readonly DocumentType[] = rows.map(([code, country, name, rule, company]) => ({
  code,
  country,
  name,
  rule,
  company: company === 'company',
}));

/** The types a payer may choose: the country's own, then the three that are valid everywhere. */
export function documentTypesOf(country: string): readonly DocumentType[] {
  return documentTypes.filter((type) => type.country === country || type.country === null);
}

export function findDocumentType(code: string): DocumentType | undefined {
  return documentTypes.find((type) => type.code === code);
}
