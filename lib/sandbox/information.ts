import 'server-only';
import { brandCodeOf, isPayable } from './acquirer';
import { refusal, refusedAnswer, type Answer } from './answers';
import { findBrand } from './brands';
import { findTestCard, type TestCard } from './cards';
import { creditsOf } from './credits';
import { toWireDate } from './dates';
import { findInstrument } from './instruments';
import { isObject } from './json';
import { sessionText } from './messages';
import { debits } from './methods';
import { languageFor, type Call } from './sessions';
import { noSuchToken } from './tokens';
import { complain } from './validation-messages';

/** What a card or a token needs. Source: https://docs.placetopay.dev/checkout/api/reference/gateway/information */
export async function information(call: Call): Promise<Answer> {
  const { body, site, now } = call;
  const language = languageFor(body, site);
  const number = cardNumberIn(body.instrument);
  if (number === null) {
    const kept = await findInstrument(body.instrument, site);
    return kept ? told(call, kept.paymentMethod) : noSuchToken(call, 'unknownToken');
  }
  const method = brandCodeOf(number);
  if (!isPayable(number) || method === null) return refusal(400, 'XN', 'notTestCard', language, now);
  if (!site.methods.includes(method)) {
    return refusedAnswer(400, 'request_not_valid', complain('selected', 'instrument.card', language), now);
  }
  return told(call, method, findTestCard(number));
}

/** Null when no card was sent. */
function cardNumberIn(instrument: unknown): string | null {
  const card = isObject(instrument) ? instrument.card : undefined;
  if (!isObject(card)) return null;
  return String(card.number ?? '').replace(/[\s-]/g, '');
}

function told({ body, site, now }: Call, method: string, card?: TestCard): Answer {
  const message = sessionText('OK', '00', languageFor(body, site));
  const isDebit = debits.includes(method);
  return {
    http: 200,
    body: {
      status: { status: 'OK', reason: '00', message, date: toWireDate(now) },
      provider: providers[site.country] ?? 'EVERTEC',
      serviceCode: findBrand(method)?.franchise ?? '',
      cardType: isDebit ? 'A' : 'C',
      cardTypes: [isDebit ? 'A' : 'C'],
      displayInterest: site.country === 'EC',
      requireOtp: card?.otp === true,
      requireCvv2: method !== 'ebt',
      requireAvs: site.country === 'PR' && !isDebit,
      requirePin: method === 'ebt' || method === 'ath_card',
      requirePockets: site.country === 'UY' && isDebit,
      requireRedirection: false,
      threeDS: threeDS(method, card),
      credits: isDebit ? [] : creditsOf(site.country),
      ...(site.country === 'UY' && isDebit && { pockets: [10, 20, 80, 90] }),
      ...(site.country === 'PR' && { zipCodeFormat: '00000' }),
    },
  };
}

const providers: Readonly<Record<string, string>> = { CO: 'CREDIBANCO', EC: 'INTERDIN' };

/** Brands of the international networks know 3-D Secure; a card that asks for a code requires it. */
function threeDS(method: string, card: TestCard | undefined): 'optional' | 'required' | 'unsupported' {
  if (!['visa', 'master', 'amex', 'diners', 'discover'].includes(method)) return 'unsupported';
  return card?.threeDS === 'C' ? 'required' : 'optional';
}
