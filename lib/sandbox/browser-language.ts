import { pageLanguages, type PageLanguage } from './dictionaries/page';

/** Of a page that knows no session: `?lang=` where it is one of ours, else what the browser speaks. */
export function askedLanguage(request: Request): PageLanguage | undefined {
  const lang = new URL(request.url).searchParams.get('lang');
  return pageLanguages.find((known) => known === lang) ?? browserLanguage(request);
}

/** Where nobody knows the session's language, the browser's is as good as any. */
function browserLanguage(request: Request): PageLanguage | undefined {
  const wanted = (request.headers.get('accept-language') ?? '').toLowerCase().split(',');
  return wanted
    .map((language) => pageLanguages.find((known) => language.trim().startsWith(known)))
    .find((known) => known !== undefined);
}
