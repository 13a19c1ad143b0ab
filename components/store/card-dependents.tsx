import { wallet } from '@/lib/dictionaries/wallet';
import { dependences, type Dependent } from '@/lib/domain/card-dependence';
import type { Locale } from '@/lib/domain/locale';

type Props = { locale: Locale; dependents: readonly Dependent[] };

/** What becomes of each order that has to do with a card once the card is gone. An unpaid one leads to other ways to pay. */
export function CardDependents({ locale, dependents }: Props) {
  const texts = wallet[locale].dependents;
  return dependences.map((dependence) => {
    const orders = dependents.filter((one) => one.dependence === dependence);
    if (orders.length === 0) return null;
    const { title, text } = texts[dependence];
    const place = dependence === 'unpaid' ? 'checkout' : 'orders';
    return (
      <DependentList
        key={dependence}
        title={title}
        links={orders.map(({ orderId, orderNumber }) => ({
          path: `/${locale}/${place}/${orderId}`,
          name: dependence === 'unpaid' ? texts.payOtherwise(orderNumber) : orderNumber,
        }))}
        text={text}
      />
    );
  });
}

type ListProps = { title: string; links: readonly { path: string; name: string }[]; text: string };

/** What depends on a card, by name, and what follows from its deletion. */
export function DependentList({ title, links, text }: ListProps) {
  return (
    <>
      <p className="mt-3 font-semibold">{title}</p>
      <ul className="my-1 list-disc pl-6">
        {links.map(({ path, name }) => (
          <li key={path}>
            <a
              href={path}
              className="inline-flex min-h-11 items-center underline decoration-2 underline-offset-4"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className="max-w-prose">{text}</p>
    </>
  );
}
