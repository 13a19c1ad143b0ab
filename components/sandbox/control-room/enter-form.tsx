import { controlRoomTexts } from '@/lib/sandbox/dictionaries/control-room';
import { Button } from '../button';
import { Field } from '../field';
import { ActForm, type Place } from './act-form';

/** Asks for the control key. */
export function EnterForm({ place }: { place: Place }) {
  const { why, key, submit } = controlRoomTexts[place.language].enter;
  return (
    <ActForm act="enter" place={place} className="mt-4 grid max-w-md gap-4">
      <p className="text-soft">{why}</p>
      <Field name="key" type="password" autoComplete="current-password" required label={key} />
      <Button>{submit}</Button>
    </ActForm>
  );
}
