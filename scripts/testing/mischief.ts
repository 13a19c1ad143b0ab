/** What a gateway can do wrong around a call, for the scripted one to do. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Does its mischief around `commit`, which books the call and gives the reply a good gateway would send. */
export type Mischief = (call: {
  request: IncomingMessage;
  response: ServerResponse;
  commit: () => unknown;
}) => void | Promise<void>;

/** None: the call is booked and answered. */
export const goodly: Mischief = ({ response, commit }) => answer(response, commit());

export const resetBefore: Mischief = ({ request }) => void request.socket.resetAndDestroy();

export const resetAfter: Mischief = ({ request, commit }) => {
  commit();
  request.socket.resetAndDestroy();
};

/** Books nothing and says this instead. */
export function failing(httpStatus: number, body: unknown): Mischief {
  return ({ response }) => answer(response, body, httpStatus);
}

/** Holds the reply of a call that is booked until it is let go. */
export function held(): { mischief: Mischief; arrived: Promise<void>; letGo: () => void } {
  const [gate, arrival] = [latch(), latch()];
  return {
    arrived: arrival.opened,
    letGo: gate.open,
    async mischief({ response, commit }) {
      const body = commit();
      arrival.open();
      await gate.opened;
      answer(response, body);
    },
  };
}

function latch() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

export function answer(response: ServerResponse, body: unknown, httpStatus = 200): void {
  response.writeHead(httpStatus, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
