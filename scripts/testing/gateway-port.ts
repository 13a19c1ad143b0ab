/**
 * Where the gateway of a test process stands: always at the same port, because the shop reads the gateway's address once
 * and test files share what they have loaded (vitest.config.ts).
 */
import { createServer } from 'node:net';

/** Below the ports that systems give to whoever asks for any: while no gateway stands there, nobody is given it. */
const lowest = 20_000;
const many = 12_000;

/** The port of this process; 0, any, where none was reserved. */
export function gatewayPort(): number {
  return Number(process.env.TEST_GATEWAY_PORT ?? 0);
}

/** Finds the port of this process, once. */
export async function reserveGatewayPort(): Promise<void> {
  while (process.env.TEST_GATEWAY_PORT === undefined) {
    const port = lowest + Math.floor(Math.random() * many);
    if (await isFree(port)) process.env.TEST_GATEWAY_PORT = String(port);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
