import { ActForm } from '@/components/store/act-form';
import { buttonStyle } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { randomId } from '@/lib/data/random';
import { mandates } from '@/lib/dictionaries/mandates';
import { problems } from '@/lib/dictionaries/problems';
import type { Locale } from '@/lib/domain/locale';
import { mayEdit, type Mandate } from '@/lib/domain/mandate';
import { changeCard, endMandate } from '../actions';

/** What its owner may do with an agreement that is not over: give another card, or end it after being asked. */
export function MandateActs({ locale, mandate }: { locale: Locale; mandate: Mandate }) {
  if (!mayEdit(mandate.status)) return null;
  const { edit, cancel } = mandates[locale];
  const hidden = { locale, mandateId: mandate.id };
  return (
    <div className="my-6 grid gap-5">
      <Card aria-labelledby="edit">
        <h2 id="edit" className="text-xl font-bold">
          {edit.title}
        </h2>
        <p className="mt-1 mb-3">{mandate.status === 'FAILED' ? edit.revive : edit.text}</p>
        <ActForm
          act={changeCard}
          hidden={{ ...hidden, attemptKey: randomId() }}
          button={edit.button}
          doing={edit.doing}
          tone="secondary"
          problems={problems[locale]}
        />
      </Card>
      <Card aria-labelledby="cancel">
        <h2 id="cancel" className="text-xl font-bold">
          {cancel.title}
        </h2>
        <details className="mt-1">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{cancel.ask}</summary>
          <p className="mt-2 mb-4">{cancel.text}</p>
          <ActForm
            act={endMandate}
            hidden={hidden}
            button={cancel.button}
            doing={cancel.doing}
            problems={problems[locale]}
          >
            <a href={`/${locale}/mandates/${mandate.id}`} className={buttonStyle('secondary')}>
              {cancel.keep}
            </a>
          </ActForm>
        </details>
      </Card>
    </div>
  );
}
