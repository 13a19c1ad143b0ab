import { connection } from 'next/server';
import { readHealth } from '@/lib/data/health';
import { log } from '@/lib/log';
import { version } from '@/package.json';

/** 200 while the store can work, 503 while its database is away. No names, addresses or amounts: anybody may ask. */
export async function GET(): Promise<Response> {
  await connection();
  try {
    return answer({ status: 'ok', version, database: 'up', ...(await readHealth(new Date())) }, 200);
  } catch (error) {
    log.error({ err: error }, 'The database is away');
    return answer({ status: 'unavailable', version, database: 'down' }, 503);
  }
}

function answer(body: object, status: number): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });
}
