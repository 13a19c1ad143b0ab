import { defaultLocale, isLocale } from '@/lib/domain/locale';
import { returnFromMandate } from '@/lib/use-cases/return-from-mandate';
import { isPrefetch, nothingYet, sendTo } from '../../../return-answer';

type Context = RouteContext<'/[locale]/mandates/return/[token]'>;

/** The payer comes back from the page of an agreement. The token opens nothing here: only its owner sees the agreement. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  if (isPrefetch(request.headers)) return nothingYet();
  const { locale: language, token } = await params;
  const locale = isLocale(language) ? language : defaultLocale;
  const returned = await returnFromMandate(token);
  return sendTo(locale, returned ? `mandates/${returned.mandateId}?from=page` : 'mandates');
}
