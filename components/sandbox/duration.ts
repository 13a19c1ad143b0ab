import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';

const minute = 60_000;

const steps = [
  { unit: 'day', length: 24 * 60 * minute, from: 48 * 60 * minute },
  { unit: 'hour', length: 60 * minute, from: 120 * minute },
  { unit: 'minute', length: minute, from: minute },
] as const;

/**
 * A stretch of time in words, rounded down to whole units: `9 minutos`, `1 minute`, `26 horas`, `3 days`.
 * Null when it is under a minute, zero or negative: the sentence around it has words of its own for that.
 */
export function durationWords(milliseconds: number, language: PageLanguage): string | null {
  const step = steps.find(({ from }) => milliseconds >= from);
  if (!step) return null;
  const words = new Intl.NumberFormat(language, { style: 'unit', unit: step.unit, unitDisplay: 'long' });
  return words.format(Math.floor(milliseconds / step.length));
}
