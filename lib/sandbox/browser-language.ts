import { pageLanguages, type PageLanguage } from './dictionaries/page';

/** Where nobody knows the session's language, the browser's is as good as any. */
export function browserLanguage(request: Request): PageLanguage | undefined {
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase().split(',');
  return wanted
    .map((language) => pageLanguages.find((known) => language.trim().startsWith(known)))
    .find((known) => known !== undefined);
}
