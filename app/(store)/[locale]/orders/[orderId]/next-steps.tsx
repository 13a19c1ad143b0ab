import { buttonStyle } from '@/components/ui/button';
import { OrderPrint } from '@/components/store/order-print';
import { OrderRefresh } from '@/components/store/order-refresh';
import { formatMoney } from '@/lib/dictionaries/format';
import { followUpTexts } from '@/lib/dictionaries/follow-ups';
import { problems } from '@/lib/dictionaries/problems';
import { orders } from '@/lib/dictionaries/orders';
import type { Locale } from '@/lib/domain/locale';
import { balance, payableSession, unresolvedSession, type Order } from '@/lib/domain/order';
import type { Standing } from '@/lib/domain/order-standing';
import { looks, type Step } from '@/lib/domain/order-look';
import { AskForm } from './ask-form';
import { CancelForm } from './cancel-form';

type Props = { locale: Locale; order: Order; standing: Standing };

/** What can be done now, the most useful first, and how the page keeps up with news. */
export function NextSteps({ locale, order, standing }: Props) {
  const { steps, live } = looks[standing];
  return (
    <>
      {steps.map((step) => (
        <StepButton key={step} step={step} locale={locale} order={order} />
      ))}
      {mayCancel(order) && (
        <CancelForm
          locale={locale}
          orderId={order.id}
          texts={followUpTexts[locale].cancel}
          problems={problems[locale]}
        />
      )}
      {live && <OrderRefresh locale={locale} path={`/${locale}/orders/${order.id}`} standing={standing} />}
    </>
  );
}

/** Only a page on which nothing was paid: what was paid of a payment in parts keeps it open. */
function mayCancel(order: Order): boolean {
  return payableSession(order)?.status === 'PENDING';
}

function StepButton({ step, locale, order }: { step: Step; locale: Locale; order: Order }) {
  const label = orders[locale].steps[step];
  if (step === 'ask')
    return (
      <AskForm locale={locale} orderId={order.id} texts={orders[locale].ask} problems={problems[locale]} />
    );
  if (step === 'print') return <OrderPrint label={label} />;
  const links: Record<typeof step, string> = {
    pay: `/${locale}/checkout/${order.id}`,
    retry: `/${locale}/checkout/${order.id}`,
    rest: `/${locale}/checkout/${order.id}`,
    continue: unresolvedSession(order)?.processUrl ?? '',
    shop: `/${locale}`,
  };
  return (
    <a href={links[step]} className={buttonStyle(step === 'shop' ? 'secondary' : 'primary')}>
      {step === 'rest' ? `${label}: ${formatMoney(balance(order), locale)}` : label}
    </a>
  );
}
