import { notFound } from 'next/navigation';

/** Addresses nobody wrote a page for land in the shop. */
export default function MissingPage() {
  notFound();
}
