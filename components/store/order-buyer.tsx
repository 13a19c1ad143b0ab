import { countryName } from '@/lib/dictionaries/country';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import type { Order } from '@/lib/domain/order';
import { Facts } from './facts';

/** Who bought and where it goes. Of the document only its ending is known here. */
export function OrderBuyer({ locale, order }: { locale: Locale; order: Order }) {
  const texts = orders[locale];
  const { buyer } = order;
  const place = [buyer.street, buyer.city, buyer.state, buyer.postalCode, countryName(buyer.country, locale)];
  return (
    <section aria-labelledby="buyer" className="my-10 break-inside-avoid">
      <h2 id="buyer" className="mb-3 text-2xl font-bold">
        {texts.buyer}
      </h2>
      <Facts
        facts={[
          [texts.person, `${buyer.name} ${buyer.surname}`.trim()],
          [texts.email, buyer.email],
          [texts.phone, buyer.phone],
          [texts.document, buyer.documentType && `${buyer.documentType} ••• ${buyer.documentEnding}`],
          [texts.shipTo, buyer.street && place.filter(Boolean).join(', ')],
        ]}
      />
    </section>
  );
}
