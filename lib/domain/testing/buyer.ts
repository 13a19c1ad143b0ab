import type { Buyer } from '../buyer';

/** Somebody of Colombia, with everything a form asks. */
export const ana: Buyer = {
  name: 'Ana',
  surname: 'Ríos',
  email: 'ana@example.com',
  phone: '+57 300 000 0000',
  documentType: 'CC',
  document: '1040035000',
  country: 'CO',
  state: null,
  city: 'Medellín',
  street: 'Calle 1 # 2-3',
  postalCode: null,
};
