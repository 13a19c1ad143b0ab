/**
 * A gateway that does what a test tells it, over real HTTP: for faults the sandbox is too well-behaved to have. It
 * checks no signature.
 */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gatewayPort } from './gateway-port';
import { goodly, type Mischief } from './mischief';
import { openBook, type Operation } from './scripted-book';

/** Starts it on a free port and points PLACETOPAY_URL there: call it before anything reads the environment. */
export async function startScriptedGateway() {
  const { sessions: book, commits, approve, change } = openBook();
  const mischiefs: Record<Operation, Mischief[]> = { create: [], query: [], cancel: [], transaction: [] };
  const calls: Record<Operation, number> = { create: 0, query: 0, cancel: 0, transaction: 0 };

  const server = createServer(async (request, response) => {
    const { operation, requestId } = readAddress(request.url ?? '');
    let text = '';
    for await (const chunk of request) text += chunk;
    calls[operation] += 1;
    const commit = () => commits[operation](JSON.parse(text), requestId);
    const mischief = mischiefs[operation].shift() ?? goodly;
    await mischief({ request, response, commit });
  });
  server.listen(gatewayPort(), '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  process.env.PLACETOPAY_URL = `http://127.0.0.1:${port}/sandbox`;

  async function close() {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  return {
    book,
    calls,
    /** The next calls of this operation meet these, one each. */
    misbehave: (operation: Operation, ...list: Mischief[]) => void mischiefs[operation].push(...list),
    approve,
    change,
    reset() {
      book.clear();
      for (const operation of ['create', 'query', 'cancel', 'transaction'] as const) {
        mischiefs[operation].length = 0;
        calls[operation] = 0;
      }
    },
    close,
    /** Away for a while: connections are refused until `back`. */
    async away() {
      await close();
      return async () => {
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
      };
    },
  };
}

function readAddress(path: string): { operation: Operation; requestId: number } {
  if (path.endsWith('/api/transaction')) return { operation: 'transaction', requestId: 0 };
  const [, id = '', cancel] = /^\/sandbox\/api\/session(?:\/(\d+)(\/cancel)?)?$/.exec(path) ?? [];
  return { operation: cancel ? 'cancel' : id ? 'query' : 'create', requestId: Number(id) };
}
