import type { AttemptView } from '@/lib/sandbox/hosted-view';

const drawings: Record<AttemptView['status'], { path: string; color: string }> = {
  APPROVED: { path: 'M14 25l7 7 14-15', color: 'text-good' },
  REJECTED: { path: 'M16 16l16 16M32 16L16 32', color: 'text-bad' },
  PENDING: { path: 'M24 13v12l8 5', color: 'text-wait' },
  FAILED: { path: 'M24 13v14M24 33v2', color: 'text-bad' },
};

/** A drawing beside the heading, which says the same in words. */
export function Outcome({ status }: { status: AttemptView['status'] }) {
  const { path, color } = drawings[status];
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      className={`mb-3 size-14 fill-none stroke-current stroke-3 ${color}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="24" cy="24" r="21" />
      <path d={path} />
    </svg>
  );
}
