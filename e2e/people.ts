import { randomBytes, randomInt } from 'node:crypto';

/** What a person types into the buyer's form. */
export type Person = {
  name: string;
  surname: string;
  email: string;
  phone: string;
  document: string;
  street: string;
  city: string;
};

/** Somebody nobody else is: no two tests share an address or a document. */
export function somebody(): Person {
  const tag = randomBytes(4).toString('hex');
  return {
    name: 'Manuela',
    surname: 'Quiroga',
    email: `manuela.${tag}@correo.example`,
    phone: '+57 300 555 0199',
    document: String(randomInt(1_000_000_000, 9_999_999_999)),
    street: 'Carrera 11 # 82-01',
    city: 'Manizales',
  };
}

/** Long enough for everybody's rules. */
export const password = 'la niebla baja despacio';

/** The logins every demo has. Tests only look with them. */
export const demo = {
  operator: { email: 'operador@ladera.test', password: 'ladera-demo-2026' },
} as const;
