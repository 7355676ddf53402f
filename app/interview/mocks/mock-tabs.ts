const channelName = 'underpin-mocks';

export type MockTabs = { tell: () => void; close: () => void };

/**
 * The other tabs of this browser that show the same mock. What one of them does, as to pause, the others hear at once;
 * another device hears of it when it asks the server. Where there are no channels, so does another tab.
 */
export function mockTabs(mockId: string, onTold: () => void): MockTabs {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channelName);
  const heard = ({ data }: MessageEvent<unknown>) => {
    if (data === mockId) onTold();
  };
  channel?.addEventListener('message', heard);
  return {
    tell: () => channel?.postMessage(mockId),
    close: () => channel?.close(),
  };
}
