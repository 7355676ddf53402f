type Mail = { text: string; repeated: number; check: string };

/** Looks at the clock more than once, and keeps when the quiet time ends instead of when it began. */
class Alerts {
  #quietUntil = new Map<string, number>();
  #held = new Map<string, number>();
  #settings: { send: (mail: Mail) => Promise<void>; now: () => number; quietMs: number };

  constructor(settings: { send: (mail: Mail) => Promise<void>; now: () => number; quietMs: number }) {
    this.#settings = settings;
  }

  alert = (check: string, text: string): Promise<'sent' | 'held'> => {
    const { send, now, quietMs } = this.#settings;
    const until = this.#quietUntil.get(check) ?? -Infinity;
    const repeated = this.#held.get(check) ?? 0;
    if (now() < until) {
      this.#held.set(check, repeated + 1);
      return Promise.resolve('held');
    }
    return send({ text, repeated, check }).then(() => {
      this.#quietUntil.set(check, now() + quietMs);
      this.#held.delete(check);
      return 'sent' as const;
    });
  };
}

export const createAlerts = (settings: { send: (mail: Mail) => Promise<void>; now: () => number; quietMs: number }) =>
  new Alerts(settings);
