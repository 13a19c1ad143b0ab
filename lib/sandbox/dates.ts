/** Dates of the wire. Source: https://docs.placetopay.dev/checkout/api/policy */

const colombiaMs = -5 * 60 * 60 * 1000;

/** ISO 8601 in Colombia's time with seconds and offset, the only form the gateway writes: 2026-11-20T02:20:00-05:00 */
export function toWireDate(date: Date): string {
  return `${new Date(date.getTime() + colombiaMs).toISOString().slice(0, 19)}-05:00`;
}

const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}(?:\.\d{1,9})?))?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/**
 * Reads ISO 8601 with or without seconds, fraction and colon in the offset (Java writes `T07:22+0000`).
 * No offset means Colombia's. Null for what is not a date.
 */
export function readDate(text: string): Date | null {
  const parts = iso.exec(text.trim());
  if (!parts) return null;
  const [, day = '', minutes = '', seconds = '00', zone = '-05:00'] = parts;
  const offset =
    zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
  const date = new Date(`${day}T${minutes}:${seconds.slice(0, 6)}${offset}`);
  return date >= beginning && isCalendarDay(day) ? date : null;
}

/** ISO 8601 without its marks, as some libraries write it: 20261201T100000Z. */
const basic = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})/i;

/** When a session ends may also be a day, meant as its beginning, or be written in the basic form; a seed may not. */
export function readExpiration(text: string): Date | null {
  const spaced = text.trim().replace(basic, '$1-$2-$3T$4:$5:$6');
  return readDate(/^\d{4}-\d{2}-\d{2}$/.test(spaced) ? `${spaced}T00:00` : spaced);
}

/** There is no year 0, and no database takes a moment of it. */
const beginning = new Date('0001-01-01T00:00:00Z');

/** 30 February is not a day, whatever `Date` makes of it. */
function isCalendarDay(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
