import type { clockSetting } from '@/lib/sandbox/clock';
import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { Field } from '../field';
import { formatMoment } from '../moment';
import { ActForm, Fact, SmallButton, type Place } from './act-form';

type Props = { setting: ReturnType<typeof clockSetting>; place: Place };

/** What time the gateway thinks it is, and the ways to change it. */
export function ClockForms({ setting, place }: Props) {
  const t = controlRoomTexts[place.language].clock;
  return (
    <>
      <p className="text-soft mt-2">{t.why}</p>
      <dl className="mt-4 grid grid-cols-1 gap-2">
        <Fact term={t.now}>
          <time dateTime={setting.now.toISOString()}>{formatMoment(setting.now, place.language)}</time>
        </Fact>
        <Fact term={setting.frozen ? t.frozen : t.running}>{setting.frozen ? '■' : '▶'}</Fact>
        <Fact term={t.ahead}>{t.seconds(Math.round(setting.offsetMs / 1000))}</Fact>
      </dl>
      <div className="mt-5 flex flex-wrap items-end gap-4">
        <ActForm act={setting.frozen ? 'release' : 'freeze'} place={place}>
          <SmallButton>{setting.frozen ? t.release : t.freeze}</SmallButton>
        </ActForm>
        <ActForm act="advance" place={place} className="flex flex-wrap items-end gap-3">
          <Field
            name="minutes"
            label={t.minutes}
            inputMode="numeric"
            pattern="[0-9]+"
            required
            defaultValue="30"
          />
          <SmallButton>{t.advance}</SmallButton>
        </ActForm>
      </div>
      <section className="border-line mt-10 border-t pt-6">
        <h2 className="text-xl font-semibold">{t.resetHeading}</h2>
        <p className="text-soft mt-2">{t.resetWhy}</p>
        <ActForm act="reset" place={place} className="mt-4 grid max-w-md gap-4">
          <Field name="seed" label={t.seed} maxLength={100} autoComplete="off" />
          <label className="flex min-h-11 items-center gap-3">
            <input type="checkbox" name="confirm" value="yes" required className="size-5" />
            {t.confirm}
          </label>
          <div>
            <SmallButton>{t.reset}</SmallButton>
          </div>
        </ActForm>
      </section>
    </>
  );
}
