import 'server-only';
import { env } from '@/lib/env';
import { append, db } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';

/** A notification about one of our sessions, and how its signature was judged. No secret is in it. */
export type NotificationCheck = {
  readonly requestId: string | null;
  readonly reference: string | null;
  readonly toldStatus: string;
  readonly toldDate: string;
  readonly algorithm: 'sha256' | 'sha1' | null;
  /** The first hexadecimal digits of the signature. */
  readonly signatureStart: string;
  readonly bodyRedacted: unknown;
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  readonly httpStatus: number;
  readonly at: Date;
};

/** Rows are never changed. */
export async function recordNotification(check: NotificationCheck): Promise<void> {
  await append(
    Prisma.sql`INSERT INTO "NotificationCheck"
        ("id", "requestId", "reference", "toldStatus", "toldDate", "algorithm", "signatureStart", "bodyRedacted", "outcome", "httpStatus", "at")
      VALUES (${randomId()}, ${check.requestId}, ${check.reference}, ${check.toldStatus}, ${check.toldDate}, ${check.algorithm},
        ${check.signatureStart}, ${JSON.stringify(check.bodyRedacted)}::json, ${check.outcome}, ${check.httpStatus}, ${check.at})`,
  );
}

/** Whether a session of ours has this name at the gateway. */
export async function isKnownRequestId(requestId: string): Promise<boolean> {
  const where = { environment: env.environment, requestId };
  return (await db.checkoutSession.count({ where })) > 0;
}
