/** Calling codes of the countries where the gateway works, and of their neighbours who buy there. */
export const callingCodes = [
  ['CO', '+57'],
  ['EC', '+593'],
  ['PR', '+1'],
  ['CL', '+56'],
  ['CR', '+506'],
  ['UY', '+598'],
  ['PA', '+507'],
  ['BR', '+55'],
  ['PE', '+51'],
  ['HN', '+504'],
  ['BZ', '+501'],
  ['AR', '+54'],
  ['MX', '+52'],
  ['VE', '+58'],
  ['ES', '+34'],
] as const;

/** `+573001112233` as its calling code and the rest; a number without one belongs to the site's country. */
export function splitPhone(mobile: string, country: string): { code: string; number: string } {
  const plain = mobile.replace(/[\s().-]/g, '');
  const known = callingCodes.map(([, code]) => code).sort((one, other) => other.length - one.length);
  const code = known.find((prefix) => plain.startsWith(prefix));
  if (code) return { code, number: plain.slice(code.length) };
  const own = callingCodes.find(([two]) => two === country);
  return { code: own?.[1] ?? '+57', number: mobile };
}

/** The two parts as one number. Without digits there is no phone, whatever the country. */
export function joinPhone(code: string, number: string): string {
  const plain = number.trim();
  if (plain === '' || plain.startsWith('+')) return plain;
  return `${code}${plain}`;
}
