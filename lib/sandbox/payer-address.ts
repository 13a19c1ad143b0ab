/** Where the page's visitor is, by what stands between: the address that an attempt tells as the payer's. */

const longest = 45;

/**
 * `forwarded` is the header x-forwarded-for: whoever passes a request on adds the address it came from at the end, so only
 * the last one is known, and what stands before it is what the visitor says. Without a proxy the server itself fills it in.
 */
export function payerAddress(forwarded: string | null): string {
  const nearest = forwarded?.split(',').at(-1)?.trim();
  return nearest?.replace(/^::ffff:/, '').slice(0, longest) || '127.0.0.1';
}
