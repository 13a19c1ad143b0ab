import 'server-only';
import { env } from '@/lib/env';
import { append, db } from './db';
import { Prisma } from './generated/client';

/** The database belongs to another world than the gateway: sandbox orders must never meet real money. */
export class EnvironmentMismatch extends Error {
  override readonly name = 'EnvironmentMismatch';
}

/**
 * Writes down, at the first start, which environment and gateway host these data belong to; throws EnvironmentMismatch
 * at any later start with another one (I23). On this machine the sandbox may move to another port.
 */
export async function pinEnvironment({
  environment,
  placetopay,
}: Pick<typeof env, 'environment' | 'placetopay'> = env): Promise<void> {
  const host = environment === 'sandbox' ? 'loopback' : new URL(placetopay.url).host;
  await append(
    Prisma.sql`INSERT INTO "EnvironmentPin" ("id", "environment", "gatewayHost") VALUES (1, ${environment}, ${host}) ON CONFLICT DO NOTHING`,
  );
  const pin = await db.environmentPin.findUniqueOrThrow({ where: { id: 1 } });
  if (pin.environment === environment && pin.gatewayHost === host) return;
  throw new EnvironmentMismatch(
    `This database belongs to ${pin.environment} (${pin.gatewayHost}), but PLACETOPAY_URL points to ${environment} (${host}). ` +
      'Use another DATABASE_URL for it, or point PLACETOPAY_URL back.',
  );
}
