import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Received = {
  method: string;
  path: string;
  contentType: string;
  authorization: string;
  body: string;
};

/** A merchant that keeps what it is told. `answer` may be changed while it runs. */
export async function startMerchant() {
  const received: Received[] = [];
  const merchant = {
    url: '',
    received,
    answer: takeAll as (request: IncomingMessage, response: ServerResponse, body: string) => void,
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
    const { 'content-type': contentType = '', authorization = '' } = request.headers;
    const body = await text(request);
    received.push({
      method: request.method ?? '',
      path: request.url ?? '',
      contentType,
      authorization,
      body,
    });
    merchant.answer(request, response, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  merchant.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notification`;
  return merchant;
}

function takeAll(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204).end();
}
