import type { Standing } from './order-standing';

/** What a person may do now. `pay`, `retry` and `rest` open the choice of flows; `continue` goes to the same gateway page. */
export type Step = 'pay' | 'retry' | 'rest' | 'continue' | 'ask' | 'shop' | 'print';

export type Look = {
  tone: 'good' | 'waiting' | 'bad' | 'open';
  /** The page looks again by itself: news may arrive without the buyer doing anything. */
  live: boolean;
  steps: readonly Step[];
};

/** One row per standing. `pay`, `retry` and `rest` appear only where nobody can still be paying. */
export const looks: Record<Standing, Look> = {
  unpaid: { tone: 'open', live: false, steps: ['pay'] },
  continue: { tone: 'open', live: true, steps: ['continue', 'ask'] },
  refused_inside: { tone: 'bad', live: true, steps: ['continue', 'ask'] },
  processing: { tone: 'waiting', live: true, steps: ['ask'] },
  processing_long: { tone: 'waiting', live: true, steps: ['ask'] },
  confirming: { tone: 'waiting', live: true, steps: ['ask'] },
  unanswered: { tone: 'bad', live: true, steps: ['retry'] },
  partly_paid: { tone: 'open', live: true, steps: ['continue', 'ask'] },
  under_review: { tone: 'waiting', live: true, steps: ['ask'] },
  charge_unknown: { tone: 'waiting', live: true, steps: ['ask'] },
  refused: { tone: 'bad', live: false, steps: ['retry'] },
  left: { tone: 'open', live: false, steps: ['retry'] },
  cancelled_by_store: { tone: 'open', live: false, steps: ['retry'] },
  closing: { tone: 'waiting', live: true, steps: ['ask'] },
  replaced: { tone: 'open', live: false, steps: ['retry'] },
  expired: { tone: 'open', live: false, steps: ['retry'] },
  abandoned: { tone: 'open', live: false, steps: ['retry'] },
  part_kept: { tone: 'waiting', live: false, steps: ['rest'] },
  returned: { tone: 'bad', live: false, steps: ['retry'] },
  part_returned: { tone: 'good', live: false, steps: ['print', 'shop'] },
  awaiting_shop: { tone: 'waiting', live: true, steps: ['ask'] },
  held: { tone: 'good', live: false, steps: ['print', 'shop'] },
  hold_unknown: { tone: 'waiting', live: true, steps: ['shop'] },
  released: { tone: 'open', live: false, steps: ['retry'] },
  card_kept: { tone: 'good', live: false, steps: ['shop'] },
  paid: { tone: 'good', live: false, steps: ['print', 'shop'] },
  overpaid: { tone: 'waiting', live: false, steps: ['print', 'shop'] },
  cancelled: { tone: 'bad', live: false, steps: ['shop'] },
};
