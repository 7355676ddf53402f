/** Requests stand in a list, and one loop serves them; the last id is kept as time and sequence in one number. */
export function createIds({ worker, epochMs, now, sleep }: any) {
  if (!(worker >= 0 && worker <= 1023)) throw new RangeError('worker');
  const requests: { resolve: (id: string) => void; reject: (error: Error) => void }[] = [];
  let serving = false;
  let last = -(2n ** 62n); // milliseconds · 4096 + sequence

  async function serve() {
    serving = true;
    for (let request = requests.shift(); request; request = requests.shift()) {
      try {
        for (;;) {
          const since = now() - epochMs;
          const lastMs = Number(last >> 12n);
          if (lastMs - since > 5000) throw Object.assign(new Error('clock'), { name: 'ClockError' });
          const lowest = BigInt(since) * 4096n;
          const candidate = lowest > last ? lowest : last + 1n;
          if (candidate - lowest >= 4096n) {
            await sleep(Math.max(1, lastMs - since));
            continue;
          }
          if (since < 0 || since > 2199023255551) throw new RangeError('time');
          last = candidate;
          request.resolve(String(((candidate / 4096n) * 1024n + BigInt(worker)) * 4096n + (candidate % 4096n)));
          break;
        }
      } catch (error) {
        request.reject(error as Error);
      }
    }
    serving = false;
  }

  return {
    next: () =>
      new Promise<string>((resolve, reject) => {
        requests.push({ resolve, reject });
        if (!serving) void serve();
      }),
  };
}

export function parse(id: string, epochMs: number) {
  const sequence = Number(BigInt(id) % 4096n);
  const rest = BigInt(id) / 4096n;
  return { atMs: epochMs + Number(rest / 1024n), worker: Number(rest % 1024n), sequence };
}
