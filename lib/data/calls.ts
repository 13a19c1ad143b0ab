import 'server-only';
import { append } from './db';
import { Prisma } from './generated/client';
import { randomId } from './random';

/** One call to the gateway, its secrets already removed by the client that made it. */
export type GatewayCall = {
  readonly sessionId: string | null;
  /** Set for a call about an agreement. */
  readonly mandateId?: string | null;
  readonly method: string;
  readonly path: string;
  readonly requestRedacted: unknown;
  readonly responseRedacted: unknown;
  readonly httpStatus: number | null;
  /** A GatewayError code when there was no answer to believe. */
  readonly problem: string | null;
  readonly durationMs: number;
  readonly at: Date;
};

/** Rows are never changed. A session that does not exist fails; a call of no session has null. */
export async function recordCall(call: GatewayCall): Promise<void> {
  await append(
    Prisma.sql`INSERT INTO "GatewayCall"
        ("id", "sessionId", "mandateId", "method", "path", "requestRedacted", "responseRedacted", "httpStatus", "problem", "durationMs", "at")
      VALUES (${randomId()}, ${call.sessionId}, ${call.mandateId ?? null}, ${call.method}, ${call.path}, ${json(call.requestRedacted)}::json,
        ${json(call.responseRedacted)}::json, ${call.httpStatus}, ${call.problem}, ${Math.round(call.durationMs)}, ${call.at})`,
  );
}

function json(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
}
