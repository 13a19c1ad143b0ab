/**
 * The merchants of the demo: one per country that PlacetoPay serves from its global instance and its own ones,
 * and one for each way in which a site can be broken. Logins and secrets are fixed and printed in README; the
 * secrets begin with `sbx_`, so that nobody takes them for real ones.
 */

const expired = new Date('2020-01-01T00:00:00Z');

const supportEmail = 'hola@ladera.example';

const colombia = {
  country: 'CO',
  locale: 'es_CO',
  currencies: ['COP', 'USD', 'EUR', 'CLP', 'UYU', 'CRC'],
  methods: [
    ...['visa', 'master', 'diners', 'amex', 'discover', 'maestro', 'somos', 'codensa', 'cafam', 'exito'],
    ...['alkosto', 'ath_card', 'ebt', 'alia', 'visa_electron', 'pse', 'PSENQ', 'ath', 'efecty'],
  ],
  signature: 'sha256',
  attemptsLimit: 10,
  supportEmail,
} as const;

/** Methods by country, as far as this gateway plays them: https://docs.placetopay.dev/checkout/payment-methods */
export const demoSites = [
  {
    ...colombia,
    login: '5a1e7c3b9d2f4e6081c7a9b3d5f20e64',
    secretKey: 'sbx_Ladera2026Demo',
    name: 'Ladera',
  },
  {
    login: 'ec5930a1b7c24d6e8f901a2b3c4d5e6f',
    secretKey: 'sbx_Ecuador2026Dem',
    name: 'Ladera Quito',
    country: 'EC',
    locale: 'es_EC',
    currencies: ['USD'],
    methods: ['visa', 'master', 'diners', 'amex', 'discover', 'alia'],
    signature: 'sha256',
    attemptsLimit: 10,
    supportEmail,
  },
  {
    login: '9e7b6301c2d34f5a8b90c1d2e3f4a5b6',
    secretKey: 'sbx_PuertoRico2026',
    name: 'Ladera San Juan',
    country: 'PR',
    locale: 'es_PR',
    currencies: ['USD'],
    methods: ['visa', 'master', 'amex', 'discover', 'ath_card', 'ebt'],
    signature: 'sha1',
    attemptsLimit: 10,
    supportEmail,
  },
  {
    login: 'c11e5602d3e44a6b9ca0d1e2f3a4b5c6',
    secretKey: 'sbx_Chile2026Demos',
    name: 'Ladera Santiago',
    country: 'CL',
    locale: 'es_CL',
    currencies: ['CLP'],
    methods: ['visa', 'master', 'diners', 'amex', 'maestro'],
    signature: 'sha256',
    attemptsLimit: 3,
    supportEmail,
  },
  {
    login: 'c5a78803e4f54b7cadb0e1f2a3b4c5d6',
    secretKey: 'sbx_CostaRica2026D',
    name: 'Ladera San José',
    country: 'CR',
    locale: 'es_CR',
    currencies: ['CRC', 'USD'],
    methods: ['visa', 'master', 'amex', 'discover'],
    signature: 'sha1',
    attemptsLimit: 10,
    supportEmail,
  },
  {
    login: 'd7b89904f5a64c8dbec0f1a2b3c4d5e6',
    secretKey: 'sbx_Uruguay2026Dem',
    name: 'Ladera Montevideo',
    country: 'UY',
    locale: 'es_UY',
    currencies: ['UYU', 'USD'],
    methods: ['visa', 'master', 'diners', 'amex', 'maestro'],
    signature: 'sha256',
    attemptsLimit: 10,
    supportEmail,
  },
  {
    ...colombia,
    login: '10400000000000000000000000000104',
    secretKey: 'sbx_Inactive104Dem',
    name: 'Inactive site',
    active: false,
  },
  {
    ...colombia,
    login: '10500000000000000000000000000105',
    secretKey: 'sbx_Expired105Demo',
    name: 'Expired site',
    expiresAt: expired,
  },
  {
    ...colombia,
    login: '10600000000000000000000000000106',
    secretKey: 'sbx_Credential106D',
    name: 'Expired credentials',
    credentialsExpireAt: expired,
  },
] as const;
