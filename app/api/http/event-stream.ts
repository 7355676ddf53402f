import { NextResponse } from 'next/server';
import { faultOf } from '#lib/fault';
import { log } from '../../log.ts';

/**
 * Server-sent events from `produce`, which calls `send` for each and resolves when done. `onGone` is called when the
 * reader leaves before that; `send` then does nothing.
 */
export function eventStream<Event>(
  produce: (send: (event: Event) => void) => Promise<void>,
  onGone: () => void = () => undefined,
): NextResponse {
  const encoder = new TextEncoder();
  let open = true;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      // Not awaited: nothing leaves until `start` has returned.
      void produce((event) => {
        if (open) controller.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`));
      })
        .catch((error: unknown) => log('error', 'stream-fault', faultOf(error)))
        .finally(() => {
          if (open) controller.close();
          open = false;
        });
    },
    cancel() {
      open = false;
      onGone();
    },
  });
  return new NextResponse(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'private, no-store, no-transform',
      // nginx holds back small answers unless told not to.
      'x-accel-buffering': 'no',
    },
  });
}
