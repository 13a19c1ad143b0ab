import type { ComponentProps } from 'react';

export type ButtonTone = 'primary' | 'secondary' | 'quiet';

const shape =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 py-2 text-center font-semibold ' +
  'transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-progress aria-disabled:opacity-60';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-clay text-paper hover:bg-ink',
  secondary: 'border-2 border-ink text-ink hover:bg-ink hover:text-paper',
  quiet: 'text-clay underline decoration-2 underline-offset-4 hover:text-ink',
};

/** How a button looks; links that lead to the next step wear it too. */
export function buttonStyle(tone: ButtonTone = 'primary', extra = ''): string {
  return `${shape} ${tones[tone]} ${extra}`.trim();
}

type Props = ComponentProps<'button'> & { tone?: ButtonTone };

export function Button({ tone, className, type = 'submit', ...button }: Props) {
  return <button type={type} className={buttonStyle(tone, className)} {...button} />;
}
