import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';

type Props = {
  /** The key of what went wrong with the whole form, or nothing. */
  problem: string | null | undefined;
  problems: Readonly<Record<string, string>>;
  /** What else to know about it. */
  children?: ReactNode;
};

/** What went wrong with the form as a whole; each field says its own below. */
export function FormProblem({ problem, problems, children }: Props) {
  if (!problem) return null;
  return (
    <Notice tone="bad">
      <p className="font-bold">{sentence(problem, problems)}</p>
      {children}
    </Notice>
  );
}

/** The reader's sentence for a problem's key; a key without words reads as a failure of ours. */
export function sentence(
  problem: string | null | undefined,
  problems: Props['problems'],
): string | undefined {
  if (!problem) return undefined;
  return problems[problem] ?? problems.unexpected;
}
