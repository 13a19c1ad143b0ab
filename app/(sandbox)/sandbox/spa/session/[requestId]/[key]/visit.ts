import 'server-only';
import type { Route } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { FormState } from '@/components/sandbox/form-state';
import { pageLanguages } from '@/lib/sandbox/dictionaries/page';
import { sandboxEnv } from '@/lib/sandbox/env';
import { payerAddress } from '@/lib/sandbox/payer-address';
import type { Whereabouts } from './submissions';

type Read<T> = { ok: true; data: T; values: Record<string, string> } | { ok: false; state: FormState };

/** Never sent back to a browser. */
const secret = ['cvv', 'code', 'key'];

/**
 * A submission, parsed. Refused when it does not come from the gateway's own page, or is not one of its forms;
 * `values` is what was typed, without the CVV.
 */
export async function readForm<T>(schema: z.ZodType<T>, form: FormData): Promise<Read<T>> {
  const entries = [...form].filter(([name]) => !name.startsWith('$ACTION'));
  const values = Object.fromEntries(
    entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !secret.includes(entry[0]),
    ),
  );
  const parsed = schema.safeParse(Object.fromEntries(entries));
  if (parsed.success && (await isOurs())) return { ok: true, data: parsed.data, values };
  return { ok: false, state: { problem: 'malformed', fields: {}, values } };
}

/** The page of a session, in the language it is being read in. */
export function here({ requestId, key, lang, frame }: Whereabouts, step?: string): string {
  const query = new URLSearchParams({ lang, ...(step && { step }), ...(frame && { frame }) });
  return `/sandbox/spa/session/${requestId}/${key}?${query}`;
}

/** "Session not available", in the language that was asked for. */
export function unavailableAt(requestId: string, key: string, lang: unknown): string {
  const known = pageLanguages.find((language) => language === lang);
  return `/sandbox/spa/session/${requestId}/${key}/unavailable${known ? `?lang=${known}` : ''}`;
}

/** Where the payer goes when nothing is left to do; in a frame, to the page that says so to the shop around it. */
export function away(place: Whereabouts, leaveTo: string): string {
  return place.frame ? here(place) : leaveTo;
}

/** Is this page in a frame, as the browser tells it, or as the form before it did? */
export async function isFramed(frame: unknown): Promise<boolean> {
  return frame === '1' || (await headers()).get('sec-fetch-dest') === 'iframe';
}

/** Leads the payer on: to a page of ours, or to an address the session's merchant named when it opened it. */
export function goTo(address: string): never {
  redirect(address as Route);
}

/** The payer's address as the connection or the nearest proxy tells it. */
export async function visitorAddress(): Promise<string> {
  return payerAddress((await headers()).get('x-forwarded-for'));
}

/** Server actions also run for requests without an Origin: only the gateway's own origin may pay. */
async function isOurs(): Promise<boolean> {
  const origin = (await headers()).get('origin');
  return origin === new URL(sandboxEnv().baseUrl).origin;
}
