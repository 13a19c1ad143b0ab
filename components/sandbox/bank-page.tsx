import type { BankVisit } from '@/lib/sandbox/bank';
import { methodTexts, type MethodTexts } from '@/lib/sandbox/dictionaries/methods';
import type { PageLanguage } from '@/lib/sandbox/dictionaries/page';
import { formatAmount } from './amount';
import { BankForm } from './bank-form';
import { buttonLook } from './button';
import { Facts } from './facts';
import type { FormAction } from './form-state';
import { LanguageSelector } from './language-selector';

type Props = { visit: BankVisit | null; attempt: string; language: PageLanguage; action: FormAction };

/** The bank's one screen: whom and how much, and the payer's word. */
export function BankPage({ visit, attempt, language, action }: Props) {
  const texts = methodTexts[language].bank;
  if (!visit) {
    return (
      <>
        <h1 className="text-2xl font-semibold">{texts.unknown}</h1>
        <p className="mt-2">{texts.unknownWhy}</p>
      </>
    );
  }
  const backTo = `/sandbox/spa/session/${visit.requestId}/${visit.key}?lang=${language}`;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="text-soft font-semibold">{visit.bank}</p>
        <LanguageSelector language={language} query={{}} />
      </div>
      <h1 className="mt-4 text-2xl font-semibold">{visit.answered ? texts.answered : texts.heading}</h1>
      <Facts rows={factsOf(visit, language)} />
      {visit.answered ? (
        <>
          <p className="mt-4">{texts.answeredWhy}</p>
          <a href={backTo} className={`${buttonLook} mt-6`}>
            {texts.back}
          </a>
        </>
      ) : (
        <>
          <p className="border-aid-line bg-aid text-aid-ink mt-6 rounded-lg border p-3 text-sm">
            {visit.does === 'ASKS' ? texts.choose : texts.outcomes[visit.does]}
          </p>
          <BankForm action={action} attempt={attempt} language={language} answers={answersOf(visit, texts)} />
        </>
      )}
    </>
  );
}

function factsOf(visit: BankVisit, language: PageLanguage): [string, string][] {
  const { bank, pse } = methodTexts[language];
  return [
    [bank.merchant, visit.merchant],
    [bank.reference, visit.description],
    [bank.amount, formatAmount(visit.amount, language)],
    [bank.cus, visit.cus],
    [bank.person, pse.persons[visit.personType]],
  ];
}

/** The first is the one thing to do; leaving is always possible. */
function answersOf({ does }: BankVisit, texts: MethodTexts['bank']) {
  const leave = { answer: 'LEAVE', label: texts.leave } as const;
  if (does !== 'ASKS') return [{ answer: 'PAY', label: texts.pay } as const, leave];
  return [
    { answer: 'APPROVE', label: texts.approve } as const,
    { answer: 'REFUSE', label: texts.refuse } as const,
    { answer: 'WAIT', label: texts.wait } as const,
    leave,
  ];
}
