// title: sends the text of the first mail again
// hint: Which text does a mail have after some were held?
type Mail = { check: string; text: string; repeated: number };

export type Settings = {
  send: (mail: Mail) => Promise<void>;
  now: () => number;
  quietMs: number;
};

type State = { sentAt: number; held: number; text?: string };

export function createAlerts({ send, now, quietMs }: Settings) {
  const states = new Map<string, State>();

  async function alert(check: string, text: string): Promise<'sent' | 'held'> {
    const state = states.get(check) ?? { sentAt: -Infinity, held: 0 };
    const time = now();
    if (time - state.sentAt < quietMs) {
      state.held++;
      return 'held';
    }
    await send({ check, text: state.text ?? text, repeated: state.held });
    states.set(check, { sentAt: time, held: 0, text: state.text ?? text });
    return 'sent';
  }

  return { alert };
}
