export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Of each currency: what one operator may move alone, and what in a day. */
export const usualLimits =
  'COP:2000000:20000000,USD:500:5000,EUR:500:5000,CLP:500000:5000000,UYU:20000:200000,CRC:250000:2500000';

/** What to do about each variable of the store's environment that is wrong. */
export const advice = {
  DATABASE_URL:
    'Give a PostgreSQL address like postgresql://user:password@host:5432/ladera; `npm run demo` sets one for you.',
  PUBLIC_URL:
    'Give the address shoppers see, without a path, like https://shop.example (http only on this machine).',
  PLACETOPAY_URL:
    'Give the base address of Web Checkout, like https://checkout-test.placetopay.com (http only on this machine).',
  PLACETOPAY_LOGIN:
    'Give the `login` PlacetoPay issued for the site: an identifier, neither an e-mail address nor the secretKey.',
  PLACETOPAY_SECRET_KEY:
    'Give the `secretKey` PlacetoPay issued for the site. Not a tranKey: that one is computed from it for every call.',
  PLACETOPAY_TRAN_KEY:
    'Remove it: a tranKey is computed for every call and never configured. PLACETOPAY_SECRET_KEY is what belongs here.',
  PLACETOPAY_AUTOPAY_URL:
    'Give the base address of AutoPay without `/autopay`, or leave it out: then it is PLACETOPAY_URL.',
  AUTOPAY_USER:
    'Give the user that you agreed with PlacetoPay for AutoPay, at most 60 characters and no colon, or leave it out.',
  AUTOPAY_PASSWORD:
    'Give the password that goes with AUTOPAY_USER, 12 to 60 characters, or leave both out: then AutoPay finds closed doors.',
  AUTH_SECRET: 'Give at least 32 random characters of your own, for instance from `openssl rand -base64 32`.',
  DATA_KEYS:
    'Give `name:key`, the key being 32 random bytes in base64 (`openssl rand -base64 32`); older keys follow after commas.',
  NOTIFICATION_SHA1: 'Say `true` to accept the older notification signature, or leave it out.',
  API_INSPECTOR:
    'Say `everyone` or `operators`, or leave it out: everyone sees the calls of their own orders with the sandbox only.',
  OPERATOR_LIMITS:
    'Give `currency:alone:day` in whole units, several separated by commas, like COP:2000000:20000000, or leave it out.',
  CONFIRMATION_MINUTES:
    'Say in whole minutes how long PlacetoPay told you that it waits for the shop to confirm a payment, or leave it out: then 15.',
  TRUSTED_PROXIES:
    'Say how many proxies of yours stand in front of the shop and write X-Forwarded-For, 0 to 9; 0 believes only the connection.',
  LOG_LEVEL: `Say one of ${logLevels.join(', ')}.`,
  WING: 'Say `store` or `sandbox`, or leave it out in development.',
} as const;
