import type { Metadata, Modifier, SessionField } from './session-request';
import type { Detail, Tax } from './amount';

/** What a session may be told besides what is paid. The form's answers are read by read-options.ts. */

/** The page's languages. A wrong one is no error of the gateway's: it takes the site's own. */
export const pageLocales = [
  'es_CO',
  'es_EC',
  'es_PR',
  'es_CL',
  'es_CR',
  'es_UY',
  'en_US',
  'pt_BR',
  'it_IT',
] as const;

/** Who is told to the gateway: `payer` is filled in and locked, `buyer` is filled in and may be changed. */
export const persons = ['buyer', 'payer', 'none'] as const;

/** Minutes. The gateway asks for five at the moment it hears of it; one more lets the call arrive. */
export const shortestSession = 6;
/** Two days: the longest that PlacetoPay's own plugins offer. */
export const longestSession = 2 * 24 * 60;

/** Everything a session may be told besides what is paid. All of it is optional. */
export type SessionOptions = {
  readonly locale?: (typeof pageLocales)[number];
  readonly person?: (typeof persons)[number];
  readonly noBuyerFill?: boolean;
  readonly skipResult?: boolean;
  /** False: who leaves the gateway's page is sent to the return address. */
  readonly cancelUrl?: boolean;
  /** The only methods the page offers, by the gateway's codes. */
  readonly paymentMethod?: readonly string[];
  readonly expiresInMinutes?: number;
  /** Of the session; at most 50 with those of the payment. */
  readonly fields?: readonly SessionField[];
  readonly items?: boolean;
  readonly taxes?: readonly Tax[];
  readonly details?: readonly Detail[];
  readonly shipping?: boolean;
  readonly modifiers?: readonly Modifier[];
  readonly metadata?: Metadata;
  readonly description?: string;
  readonly reference?: string;
  readonly allowPartial?: boolean;
  readonly subscribe?: boolean;
};

/** Every option's name in a form begins with this, so that they travel beside a flow's own answers. */
export const optionPrefix = 'option.';

/** How many rows the form has of what may be given more than once. */
export const optionRows = { field: 3, tax: 2, detail: 2 } as const;

/** The numbers of so many rows, from 1. */
export const rows = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
