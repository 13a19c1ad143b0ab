import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import {
  createServer as createSocketServer,
  type AddressInfo,
  type Server as SocketServer,
  type Socket,
} from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { postJson } from './exchange';
import { GatewayError } from './error';

const patience = { connect: 150, headers: 250, body: 400, total: 600 };
const sockets = new Set<Socket>();
const running = new Set<Server | SocketServer>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all([...running].map((server) => new Promise((done) => server.close(done))));
  running.clear();
});

async function listen(server: Server | SocketServer) {
  running.add(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/session`);
}

async function post(handler: RequestListener, timeouts = patience) {
  const url = await listen(createServer(handler));
  return postJson({ url, body: '{"a":"ñ"}', timeouts });
}

const failing = (promise: Promise<unknown>) =>
  promise.then(
    () => Promise.reject(new Error('It was believed.')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(GatewayError);
      return error as GatewayError;
    },
  );

const json = { 'content-type': 'application/json; charset=utf-8' };

async function textOf(request: IncomingMessage) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

test('a good exchange gives the whole text, and the request says it is JSON', async () => {
  const seen: Record<string, unknown> = {};
  const answer = await post(async (request, response) => {
    Object.assign(seen, { method: request.method, url: request.url, type: request.headers['content-type'] });
    seen.body = await textOf(request);
    response.writeHead(200, { ...json, date: 'Fri, 20 Nov 2026 09:00:00 GMT' }).end('{"é":1}');
  });
  expect(answer).toMatchObject({ httpStatus: 200, text: '{"é":1}', date: new Date('2026-11-20T09:00:00Z') });
  expect(seen).toEqual({ method: 'POST', url: '/api/session', type: 'application/json', body: '{"a":"ñ"}' });
});

test('an error with JSON is an answer too: what it says is judged later', async () => {
  const answer = await post((_, response) => response.writeHead(500, json).end('{}'));
  expect(answer.httpStatus).toBe(500);
});

type Misdeed = [
  name: string,
  RequestListener,
  expected: { code: string; sent: boolean; httpStatus?: number; retryAfterSeconds?: number },
];

const drip = async (response: ServerResponse) => {
  response.writeHead(200, json);
  while (!response.destroyed) {
    response.write(' ');
    await wait(20);
  }
};

const pour = async (response: ServerResponse, head: Record<string, string>) => {
  response.writeHead(200, { ...json, ...head });
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const gone = once(response, 'close');
  for (let sent = 0; sent < 50 * 1024 * 1024 && !response.destroyed; sent += chunk.length) {
    if (response.write(chunk)) continue;
    await Promise.race([once(response, 'drain'), gone]);
  }
  response.end();
};

const misdeeds: Misdeed[] = [
  ['never answers', () => undefined, { code: 'TIMEOUT', sent: true }],
  [
    'sends a head and no body',
    (_, response) => void response.writeHead(200, json).flushHeaders(),
    { code: 'TIMEOUT', sent: true },
  ],
  ['drips its body', (_, response) => void drip(response), { code: 'TIMEOUT', sent: true }],
  [
    'resets the connection',
    (request) => void request.socket.resetAndDestroy(),
    { code: 'UNREACHABLE', sent: true },
  ],
  [
    'resets in the middle of the body',
    (request, response) => {
      response
        .writeHead(200, { ...json, 'content-length': '100' })
        .write('{"status"', () => request.socket.resetAndDestroy());
    },
    { code: 'UNREACHABLE', sent: true },
  ],
  [
    'promises more than it sends',
    (request, response) => {
      response.writeHead(200, { ...json, 'content-length': '100' }).write('{}', () => request.socket.end());
    },
    { code: 'UNREACHABLE', sent: true },
  ],
  [
    'announces 50 MB',
    (_, response) => void pour(response, { 'content-length': String(50 * 1024 * 1024) }),
    { code: 'TOO_LARGE', sent: true },
  ],
  [
    'pours 50 MB without saying',
    (_, response) => void pour(response, {}),
    { code: 'TOO_LARGE', sent: true, httpStatus: 200 },
  ],
  [
    'redirects',
    (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    { code: 'REDIRECTED', sent: true, httpStatus: 302 },
  ],
  [
    'redirects and keeps the method',
    (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
    { code: 'REDIRECTED', sent: true },
  ],
  [
    'sends an HTML error page',
    (_, response) =>
      void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'),
    { code: 'HTTP', sent: true, httpStatus: 502 },
  ],
  [
    'sends HTML with a good code',
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    { code: 'MALFORMED', sent: true },
  ],
  [
    'sends no content type',
    (_, response) => void response.writeHead(200).end('{}'),
    { code: 'MALFORMED', sent: true },
  ],
  [
    'sends compressed bytes nobody asked for',
    (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('x'),
    { code: 'MALFORMED', sent: true },
  ],
  [
    'sends what is not UTF-8',
    (_, response) => void response.writeHead(200, json).end(Buffer.from([0x7b, 0xff, 0x7d])),
    { code: 'MALFORMED', sent: true },
  ],
  [
    'asks to wait',
    (_, response) =>
      void response.writeHead(429, { 'content-type': 'text/plain', 'retry-after': '7' }).end('slow down'),
    { code: 'HTTP', sent: true, httpStatus: 429, retryAfterSeconds: 7 },
  ],
];

test.each(misdeeds)('a gateway that %s is not believed', async (_name, handler, expected) => {
  const started = performance.now();
  const error = await failing(post(handler));
  expect(error).toMatchObject(expected);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('the total holds even where every stage keeps its own time', async () => {
  const error = await failing(post((_, response) => void drip(response), { ...patience, body: 60_000 }));
  expect(error).toMatchObject({ code: 'TIMEOUT', sent: true });
});

test('a reply that is no HTTP is malformed', async () => {
  const url = await listen(
    createSocketServer((socket) => void socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n'))),
  );
  expect(await failing(postJson({ url, body: '{}', timeouts: patience }))).toMatchObject({
    code: 'MALFORMED',
    sent: true,
  });
});

test('a head without end is malformed', async () => {
  const url = await listen(
    createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () =>
        socket.write(`HTTP/1.1 200 OK\r\n${`X-Filler: ${'x'.repeat(1000)}\r\n`.repeat(100)}`),
      );
    }),
  );
  expect(await failing(postJson({ url, body: '{}', timeouts: patience }))).toMatchObject({
    code: 'MALFORMED',
    sent: true,
  });
});

test('where nobody listens nothing was sent', async () => {
  const server = createServer();
  const url = await listen(server);
  running.delete(server);
  await new Promise((done) => server.close(done));
  expect(await failing(postJson({ url, body: '{}', timeouts: patience }))).toMatchObject({
    code: 'UNREACHABLE',
    sent: false,
  });
});

test('a name that does not exist was never reached', async () => {
  const url = new URL('http://gateway.invalid/api/session');
  expect(
    await failing(
      postJson({ url, body: '{}', timeouts: { ...patience, connect: 5_000, headers: 8_000, total: 9_000 } }),
    ),
  ).toMatchObject({ code: 'UNREACHABLE', sent: false });
});

test('a connection that never comes about is given up in time, and nothing was sent', async () => {
  // The TLS handshake is never answered, so no byte of the request can have been read.
  const url = await listen(createSocketServer());
  url.protocol = 'https:';
  expect(await failing(postJson({ url, body: '{}', timeouts: patience }))).toMatchObject({
    code: 'TIMEOUT',
    sent: false,
  });
});

test('every cut of a good reply is refused or leaves the whole text', async () => {
  const whole = '{"status":{"status":"OK"},"requestId":30}';
  for (let length = 0; length < whole.length; length += 1) {
    const url = await listen(
      createSocketServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () =>
          socket.end(
            `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${whole.length}\r\n\r\n${whole.slice(0, length)}`,
          ),
        );
      }),
    );
    expect(await failing(postJson({ url, body: '{}', timeouts: patience }))).toMatchObject({
      code: 'UNREACHABLE',
      sent: true,
    });
  }
});
