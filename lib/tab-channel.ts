export type TabChannel = { tell: (message: string) => void; close: () => void };

/** What one tab tells, all others of this browser that opened a channel of this name hear. Where there are none, nobody does. */
export function tabChannel(name: string, onHeard: (message: unknown) => void): TabChannel {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => onHeard(data));
  return {
    tell: (message) => channel?.postMessage(message),
    close: () => channel?.close(),
  };
}
