/** Test cards by what they do; the one that asks for a one-time code is the sandbox's own. Source: https://docs.placetopay.dev/gateway/testing-card */
export const cards = {
  approved: '4110760000000081',
  alsoApproved: '5367680000000005',
  refused: '4110760000000016',
  pendingThenApproved: '4110760000000073',
  pendingThenRefused: '4048370000000037',
  asksForChallenge: '4110760000000008',
  asksForOneTimeCode: '36545400123453',
  technicalError: '4110760000000065',
} as const;

export type Card = keyof typeof cards;

/** The codes that pass the simulated steps, and one that does not. */
export const codes = { challenge: '12345', oneTime: '123456', wrong: '99999' } as const;

/** Typed on the payment page and looked for in every answer: no page may say it again. */
export const cvv = '8264';
