/** `•••• 1111`: the last four digits are all that may be shown of a card. */
export function maskCard(lastDigits: string): string {
  return `•••• ${lastDigits.slice(-4)}`;
}

/** `Visa •••• 1111`; a means without digits is its name. */
export function nameMeans({
  paymentMethodName,
  lastDigits,
}: {
  paymentMethodName: string;
  lastDigits: string;
}): string {
  return lastDigits === '' ? paymentMethodName : `${paymentMethodName} ${maskCard(lastDigits)}`;
}

/** `4111 1111 1111 1111`; American Express and Diners keep their own grouping. Only digits are grouped. */
export function groupCardNumber(digits: string): string {
  const pattern = /^3[4-7]/.test(digits) && digits.length === 15 ? /^(\d{4})(\d{6})(\d{5})$/ : null;
  if (pattern) return digits.replace(pattern, '$1 $2 $3');
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** `1228` or `12/28` as `12/28`; what is not four digits stays as it was typed. */
export function formatExpiration(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length === 4 ? `${digits.slice(0, 2)}/${digits.slice(2)}` : text;
}
