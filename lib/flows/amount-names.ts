import type { Words } from '@/lib/domain/product';
import type { DetailKind, TaxKind } from '@/lib/domain/amount';

/** What the taxes and details inside an amount are called. */
export const amountNames: Record<TaxKind | DetailKind, Words> = {
  valueAddedTax: { es: 'IVA', en: 'VAT' },
  exciseDuty: { es: 'Impuesto al consumo', en: 'Excise duty' },
  ice: { es: 'ICE', en: 'ICE' },
  airportTax: { es: 'Tasa aeroportuaria', en: 'Airport tax' },
  stateTax: { es: 'Impuesto estatal', en: 'State tax' },
  municipalTax: { es: 'Impuesto municipal', en: 'Municipal tax' },
  reducedStateTax: { es: 'Impuesto estatal reducido', en: 'Reduced state tax' },
  discount: { es: 'Descuento', en: 'Discount' },
  additional: { es: 'Adicional', en: 'Additional' },
  vatDevolutionBase: { es: 'Base de devolución del IVA', en: 'Base of the VAT given back' },
  shipping: { es: 'Envío', en: 'Shipping' },
  handlingFee: { es: 'Manejo', en: 'Handling fee' },
  insurance: { es: 'Seguro', en: 'Insurance' },
  giftWrap: { es: 'Empaque de regalo', en: 'Gift wrap' },
  subtotal: { es: 'Subtotal', en: 'Subtotal' },
  fee: { es: 'Tarifa', en: 'Fee' },
  tip: { es: 'Propina', en: 'Tip' },
  airline: { es: 'Aerolínea', en: 'Airline' },
  interests: { es: 'Intereses', en: 'Interest' },
};
