// title: says "sent" before the mail is sent
// hint: When may the caller be told that a mail was sent?
type Mail = { check: string; text: string; repeated: number };

export type Settings = {
  send: (mail: Mail) => Promise<void>;
  now: () => number;
  quietMs: number;
};

type State = { sentAt: number; held: number };

export function createAlerts({ send, now, quietMs }: Settings) {
  const states = new Map<string, State>();

  async function alert(check: string, text: string): Promise<'sent' | 'held'> {
    const state = states.get(check) ?? { sentAt: -Infinity, held: 0 };
    const time = now();
    if (time - state.sentAt < quietMs) {
      state.held++;
      return 'held';
    }
    const sending = send({ check, text, repeated: state.held });
    states.set(check, { sentAt: time, held: 0 });
    await Promise.race([sending, Promise.resolve()]);
    return 'sent';
  }

  return { alert };
}
