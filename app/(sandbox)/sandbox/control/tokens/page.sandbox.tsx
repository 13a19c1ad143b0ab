import { InstrumentList } from '@/components/sandbox/control-room/instrument-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findInstruments } from '@/lib/sandbox/control-room/instruments';
import { listTexts } from '@/lib/sandbox/dictionaries/control-room-lists';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** Stored cards, masked, and the way to make one unusable. */
export default async function TokensPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  return (
    <Room
      query={query}
      here="/sandbox/control/tokens"
      title={(language) => listTexts[language].instruments.heading}
    >
      {async (language) => (
        <InstrumentList {...await findInstruments(asked)} {...asked} language={language} />
      )}
    </Room>
  );
}
