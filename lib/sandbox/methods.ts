import { toCardMethod } from './brands';

/** The card methods of the site that a merchant's filter leaves, in the site's order. No filter leaves all. */
export function offered(filter: string | undefined, methods: readonly string[]): readonly string[] {
  if (filter === undefined) return methods;
  const wanted = filter.split(',').map(toCardMethod);
  return methods.filter((method) => wanted.includes(method));
}
