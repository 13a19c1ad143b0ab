import { DeliveryList } from '@/components/sandbox/control-room/delivery-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findDeliveries } from '@/lib/sandbox/control-room/deliveries';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** Everything that any merchant was told. */
export default async function DeliveriesPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  return (
    <Room
      query={query}
      here="/sandbox/control/deliveries"
      title={(language) => controlRoomTexts[language].deliveries.heading}
    >
      {async (language) => <DeliveryList {...await findDeliveries(asked)} {...asked} language={language} />}
    </Room>
  );
}
