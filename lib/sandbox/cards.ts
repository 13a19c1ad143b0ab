/**
 * The test cards and what each does. Source: https://docs.placetopay.dev/gateway/testing-card, and older
 * lists that still circulate; the last row is our own, because no documented card asks for the one-time
 * password whose codes are documented. To add a card: add its row.
 */

/** What the network says first. MANUAL waits for an operator; SILENCE answers after 180 seconds. */
export type FirstAnswer =
  'APPROVED' | 'REJECTED' | 'PENDING' | 'MANUAL' | 'SILENCE' | 'ERROR' | 'BY_AMOUNT' | 'BY_DATA';

export type TestCard = {
  brand: string;
  number: string;
  first: FirstAnswer;
  /** How it ends; null where the documentation does not say. */
  final: 'APPROVED' | 'REJECTED' | null;
  /** 3-D Secure result: C asks for a code on the page, the others ask nothing. */
  threeDS: string | null;
  /** The issuer asks for a one-time password. */
  otp: boolean;
  /** The only data that BY_DATA approves. */
  data: { expiry: string; cvv: string } | null;
};

/** brand | number | first > final | 3DS or OTP or data */
const table = `
diners      | 36545400000008      | APPROVED
diners      | 36545407032848      | APPROVED
diners      | 36545400000248      | REJECTED
diners      | 36545400000701      | MANUAL > APPROVED
diners      | 36545407030701      | PENDING > REJECTED
diners      | 36545400000438      | SILENCE > APPROVED
diners      | 36545407032780      | MANUAL > APPROVED
diners      | 36545407032806      | PENDING > APPROVED
visa        | 4110760000000081    | APPROVED
visa        | 4110770010002837    | APPROVED
visa        | 4381080000000029    | APPROVED
visa        | 4111111111111111    | APPROVED             | Y
visa        | 4110760000000008    | APPROVED             | C
visa        | 4110760000000016    | REJECTED
visa        | 4005580000000040    | REJECTED
visa        | 4716375184092180    | REJECTED
visa        | 4381080000000011    | REJECTED
visa        | 4110760000000032    | PENDING > APPROVED   | C
visa        | 4110760000000040    | PENDING > REJECTED   | A
visa        | 4048370000000037    | PENDING > REJECTED
visa        | 4110760000000073    | PENDING > APPROVED
visa        | 4110760000000065    | ERROR                | N
visa        | 4110760000000024    | SILENCE > APPROVED
visa        | 4110760000000115    | SILENCE > REJECTED
visa        | 4110760000000057    | BY_AMOUNT
visa        | 4012888888881881    | BY_DATA              | 11/28 917
visa        | 4381080000000003    | PENDING > REJECTED
visa        | 4509564638437551    | PENDING > APPROVED
visa        | 4864921336824366    | PENDING > REJECTED
visa        | 4931974429847108    | PENDING > REJECTED
visa        | 4532034637206853    | MANUAL > REJECTED
visa        | 4666666666666669    | SILENCE > APPROVED
master      | 5367680000000005    | APPROVED
master      | 5180300000000005    | APPROVED             | Y
master      | 5292594382060745    | APPROVED             | C
master      | 5367680000000013    | REJECTED
master      | 5180300000000039    | REJECTED             | N
master      | 5180300000000047    | PENDING > APPROVED   | C
master      | 5180300000000054    | PENDING > REJECTED   | A
amex        | 377222581193005     | APPROVED
amex        | 376651792202224     | REJECTED
amex        | 376651552907400     | PENDING > APPROVED
amex        | 376651743308161     | PENDING > REJECTED
amex        | 376651736695301     | PENDING > REJECTED
amex        | 376651841246735     | ERROR
amex        | 376651911424709     | BY_AMOUNT
amex        | 376651001281274     | BY_DATA              | 06/34 4637
amex        | 376651707554974     | MANUAL > APPROVED
amex        | 376651242830343     | SILENCE > APPROVED
discover    | 6550590000000001    | APPROVED
discover    | 6557351234543156    | APPROVED
discover    | 6508410000000001    | APPROVED             | Y
discover    | 6508410000000047    | APPROVED             | C
discover    | 6550590000000019    | REJECTED
discover    | 6557351234543164    | REJECTED
discover    | 6508410000000021    | REJECTED             | N
discover    | 6508410000000039    | REJECTED             | R
discover    | 6550590000000027    | PENDING > APPROVED
discover    | 6550590000000035    | PENDING > REJECTED
discover    | 6508410000000054    | PENDING > APPROVED   | D
maestro     | 6759649826438453    | APPROVED
somos       | 8810060001592705    | APPROVED
exito       | 5903090000000000    | APPROVED
alkosto     | 5903120000000000    | APPROVED
ath_card    | 0215020177972730    | APPROVED
ath_card    | 2215714777972730    | APPROVED
ath_card    | 0215026116775785    | REJECTED
ath_card    | 0215025888083941    | PENDING > REJECTED
ath_card    | 2215716999194052    | PENDING > APPROVED
ath_card    | 0215027111105163    | PENDING > REJECTED
ath_card    | 2215719446775653    | ERROR
ebt         | 5077120000008725945 | APPROVED
ebt         | 5077122000019136403 | REJECTED
ebt         | 5077122291247660955 | ERROR
ebt         | 5077122223995193780 | BY_AMOUNT
alia        | 5058740200053106    | APPROVED
alia        | 5058760305223909    | REJECTED
alia        | 5058740900041432    | ERROR
visa        | 4007000000027       | APPROVED
master      | 5424000000000015    | APPROVED
amex        | 370000000000002     | APPROVED
diners      | 36018623456787      | APPROVED
master      | 5406251000000008    | APPROVED
codensa     | 8130010000000000    | APPROVED
visa        | 4027390000000006    | APPROVED
visa        | 4215440000000001    | REJECTED
alkosto     | 5907120000000009    | REJECTED
cafam       | 6372000000000007    | REJECTED
visa        | 4212121212121214    | PENDING > APPROVED
diners      | 36545400123453      | APPROVED             | OTP
`;

export const testCards: readonly TestCard[] = table.trim().split('\n').map(readRow);

const byNumber = new Map(testCards.map((card) => [card.number, card]));

/** The test card of this number, digits only; undefined for any other number. */
export function findTestCard(number: string): TestCard | undefined {
  return byNumber.get(number);
}

function readRow(row: string): TestCard {
  const [brand = '', number = '', answers = '', extra = ''] = row.split('|').map((cell) => cell.trim());
  const [first = '', final = first] = answers.split(' > ');
  const [expiry = '', cvv = ''] = extra.includes('/') ? extra.split(' ') : [];
  return {
    brand,
    number,
    first: first as FirstAnswer,
    final: final === 'APPROVED' || final === 'REJECTED' ? final : null,
    threeDS: /^[A-Z]$/.test(extra) ? extra : null,
    otp: extra === 'OTP',
    data: cvv === '' ? null : { expiry, cvv },
  };
}
