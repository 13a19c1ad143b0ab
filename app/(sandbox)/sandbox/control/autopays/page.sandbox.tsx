import { MandateList } from '@/components/sandbox/control-room/mandate-list';
import { readAsked } from '@/lib/sandbox/control-room/listing';
import { findMandates } from '@/lib/sandbox/control-room/mandates';
import { autopayTexts } from '@/lib/sandbox/dictionaries/control-room-autopay';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

/** The automatic payments of all merchants. */
export default async function AutopaysPage({ searchParams }: Props) {
  const query = await searchParams;
  const asked = readAsked(query);
  return (
    <Room query={query} here="/sandbox/control/autopays" title={(language) => autopayTexts[language].heading}>
      {async (language) => <MandateList {...await findMandates(asked)} {...asked} language={language} />}
    </Room>
  );
}
