import { connection } from 'next/server';
import { readHealth } from '@/lib/data/health';
import { log } from '@/lib/log';
import { gatewayHealth } from '@/lib/use-cases/gateway-health';
import { version } from '@/package.json';

/**
 * 200 while the store can work, 503 while its database is away. No names, addresses or amounts: anybody may ask. What its
 * numbers count is said at `Health` in lib/data/health.ts.
 * `gateway.clockSkewMs` is PlacetoPay's clock minus ours as its last answer to this process told it; calls are refused from
 * five minutes on, so an alarm belongs at 60,000. Null before the first answer.
 */
export async function GET(): Promise<Response> {
  await connection();
  try {
    return answer(
      { status: 'ok', version, database: 'up', gateway: gatewayHealth(), ...(await readHealth(new Date())) },
      200,
    );
  } catch (error) {
    log.error({ err: error }, 'The database is away');
    return answer({ status: 'unavailable', version, database: 'down' }, 503);
  }
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
