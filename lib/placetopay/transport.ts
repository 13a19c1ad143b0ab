import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { GatewayError } from './error';

export type Post = {
  url: URL;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
  connectMs: number;
};

/** Sends one POST and gives the reply as soon as its head is there. The seam where tests put something else. */
export type Transport = (post: Post) => Promise<Response>;

/**
 * One POST over a connection of its own, so that it is known whether the gateway was ever reached.
 *
 * No redirect is followed and nothing is retried. Fails with `UNREACHABLE` or `TIMEOUT`; `sent` is false
 * as long as no connection stood, because then the gateway cannot have read a byte.
 */
export const overHttp: Transport = ({ url, headers, body, signal, connectMs }) =>
  new Promise((resolve, reject) => {
    let connected = false;
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, { method: 'POST', headers, agent: false, signal });
    const connecting = setTimeout(() => {
      request.destroy(new GatewayError('TIMEOUT', 'No connection in time.', { sent: false }));
    }, connectMs);
    request.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        connected = true;
        clearTimeout(connecting);
      });
    });
    request.on('response', (message) => {
      try {
        resolve(toResponse(message));
      } catch (cause) {
        message.destroy();
        reject(new GatewayError('MALFORMED', 'The reply has an unusable head.', { sent: true, cause }));
      }
    });
    request.on('error', (cause) => {
      clearTimeout(connecting);
      reject(cause instanceof GatewayError ? cause : broken(cause, { connected, signal }));
    });
    request.end(body);
  });

function toResponse(message: IncomingMessage) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const status = message.statusCode ?? 0;
  const bodiless = status === 204 || status === 205 || status === 304;
  if (bodiless) message.resume();
  return new Response(bodiless ? null : bytesOf(message), { status, headers });
}

/** The body as it arrives; closing the stream closes the connection, whatever is still to come. */
function bytesOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = message.iterator({ destroyOnReturn: true });
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      message.destroy();
    },
  });
}

function broken(cause: Error, { connected, signal }: { connected: boolean; signal: AbortSignal }) {
  const code = signal.aborted
    ? 'TIMEOUT'
    : 'code' in cause && String(cause.code).startsWith('HPE_')
      ? 'MALFORMED'
      : 'UNREACHABLE';
  return new GatewayError(code, connected ? 'The connection broke.' : 'No connection.', {
    sent: connected,
    cause,
  });
}
