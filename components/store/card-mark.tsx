/** A card of no brand in particular: brands' own flags are theirs. The words beside it say which it is. */
export function CardMark({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 48 32" aria-hidden="true" className={`h-8 w-12 shrink-0 ${className}`}>
      <rect x="1" y="1" width="46" height="30" rx="5" fill="none" stroke="currentColor" strokeWidth="2" />
      <rect x="1" y="8" width="46" height="5" fill="currentColor" />
      <rect x="6" y="21" width="12" height="3" rx="1.5" fill="currentColor" />
    </svg>
  );
}
