import 'server-only';
import { refusal, type Answer } from './answers';
import { findBrand } from './brands';
import { toWireDate } from './dates';
import { db } from './db';
import { findInstrument } from './instruments';
import { isObject } from './json';
import { sessionText } from './messages';
import { languageFor, type Call } from './sessions';
import { switchesOf } from './switches';

/** What a merchant asks about the cards it keeps, and how it gives one up. */

/** For ever, and for both names at once. Source: https://docs.placetopay.dev/checkout/api/reference/token */
export async function invalidate(call: Call): Promise<Answer> {
  const { body, site, now } = call;
  const found = await findInstrument(body.instrument, site);
  // Counted, so that of two at the same time one hears that there is nothing to invalidate any more.
  const { count } = await db().instrument.updateMany({
    where: { id: found?.id ?? 0, invalidatedAt: null },
    data: { invalidatedAt: now },
  });
  if (count === 0) return noSuchToken(call);
  const { invalidateAnswer: word } = switchesOf(site);
  const message = sessionText(word, '00', languageFor(body, site));
  return { http: 200, body: { status: { status: word, reason: '00', message, date: toWireDate(now) } } };
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/gateway/token */
export async function lookUpToken(call: Call): Promise<Answer> {
  const { body, site, now } = call;
  const found = await findInstrument(body.instrument, site);
  if (!found) return noSuchToken(call, 'unknownToken');
  const message = sessionText('OK', '00', languageFor(body, site));
  const { id, token, subtoken, paymentMethod, issuerName, lastDigits, expiration, bin } = found;
  return {
    http: 200,
    body: {
      status: { status: 'OK', reason: '00', message, date: toWireDate(now) },
      data: {
        id,
        type: 'card',
        token,
        subtoken,
        franchise: paymentMethod,
        franchiseName: findBrand(paymentMethod)?.name ?? paymentMethod,
        issuerName,
        lastDigits,
        validUntil: `${expiration.slice(0, 2)}/${expiration.slice(2)}`,
        owner: ownerOf(found.payer),
        bin,
        accountType: null,
      },
    },
  };
}

/** Source: https://docs.placetopay.dev/checkout/api/reference/token */
export function noSuchToken(
  { body, site, now }: Call,
  why: 'badToken' | 'unknownToken' = 'badToken',
): Answer {
  return refusal(400, 'XN', why, languageFor(body, site), now);
}

function ownerOf(payer: unknown): string {
  const { name = '', surname = '' } = isObject(payer) ? payer : {};
  return `${String(name)} ${String(surname)}`.trim();
}
