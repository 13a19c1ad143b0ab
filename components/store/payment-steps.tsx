/** What will happen, step by step, before anybody is sent away. */
export function PaymentSteps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <section aria-labelledby="what-happens" className="my-8">
      <h2 id="what-happens" className="mb-4 text-2xl font-bold">
        {title}
      </h2>
      <ol className="grid gap-4">
        {steps.map((step, index) => (
          <li key={step} className="flex items-baseline gap-4">
            <span
              aria-hidden="true"
              className="bg-maize text-ink grid size-9 shrink-0 place-items-center rounded-full text-lg font-bold"
            >
              {index + 1}
            </span>
            <span className="max-w-prose">{step}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
