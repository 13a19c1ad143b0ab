import { ClockForms } from '@/components/sandbox/control-room/clock-forms';
import { clockSetting, syncClock } from '@/lib/sandbox/clock';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { Room, type Query } from '../room';

type Props = { searchParams: Promise<Query> };

const here = '/sandbox/control/clock';

/** The gateway's time, and its beginning. */
export default async function ClockPage({ searchParams }: Props) {
  await syncClock();
  return (
    <Room
      query={await searchParams}
      here={here}
      title={(language) => controlRoomTexts[language].clock.heading}
    >
      {(language) => <ClockForms setting={clockSetting()} place={{ here, language }} />}
    </Room>
  );
}
