import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Received = { method: string; contentType: string; body: string };

/** A merchant that keeps what it is told. `answer` may be changed while it runs. */
export async function startMerchant() {
  const received: Received[] = [];
  const merchant = {
    url: '',
    received,
    answer: (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(204).end(),
    /** What it was told about a session, as JSON. */
    toldOf: (requestId: number) =>
      received
        .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
        .filter((one) => one.requestId === requestId),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const server = createServer(async (request, response) => {
    const contentType = request.headers['content-type'] ?? '';
    received.push({ method: request.method ?? '', contentType, body: await text(request) });
    merchant.answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  merchant.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notification`;
  return merchant;
}
