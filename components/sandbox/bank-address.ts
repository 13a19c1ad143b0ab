import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';

/** The page of the bank that one attempt to pay by PSE leads to. In a shop's frame it stays in the frame. */
export function bankAddress(attemptToken: string, language: PageLanguage, frame?: '1'): string {
  const query = new URLSearchParams({ lang: language, ...(frame && { frame }) });
  return `/sandbox/bank/${attemptToken}?${query}`;
}
