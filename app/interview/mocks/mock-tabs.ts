import { tabChannel } from '#lib/tab-channel';

export type MockTabs = { tell: () => void; close: () => void };

/**
 * The other tabs of this browser that show the same mock. What one of them does, as to pause, the others hear at once;
 * another device hears of it when it asks the server. Where there are no channels, so does another tab.
 */
export function mockTabs(mockId: string, onTold: () => void): MockTabs {
  const { tell, close } = tabChannel('underpin-mocks', (told) => {
    if (told === mockId) onTold();
  });
  return { tell: () => tell(mockId), close };
}
