import { DeliveryList } from '@/components/sandbox/control-room/delivery-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findDeliveries } from '@/lib/sandbox/control-room/deliveries';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** Everything that any merchant was told. */
export default async function DeliveriesPage({ searchParams }: Props) {
  const query = await searchParams;
  return (
    <Room
      query={query}
      here="/sandbox/control/deliveries"
      title={(language) => controlRoomTexts[language].deliveries.heading}
    >
      {(language) => <Found query={query} language={language} />}
    </Room>
  );
}

async function Found({ query, language }: { query: Query; language: PageLanguage }) {
  const asked = readAsked(query);
  return <DeliveryList {...await findDeliveries(asked)} {...asked} language={language} />;
}
