import type { ComponentProps } from 'react';

/** A sheet with an edge. */
export function Card({ className = '', ...section }: ComponentProps<'section'>) {
  return <section className={`border-mist rounded-2xl border-2 p-5 sm:p-6 ${className}`} {...section} />;
}
