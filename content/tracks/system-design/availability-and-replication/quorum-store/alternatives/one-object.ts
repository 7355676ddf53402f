/** One list of states for each operation, looked at whenever one of them changes. */
export function createStore(replicas: any[], { w, r, timeoutMs }: { w: number; r: number; timeoutMs: number }) {
  const n = replicas.length;
  if (r + w <= n || Math.min(r, w) < 1 || Math.max(r, w) > n) throw new RangeError('quorums do not overlap');

  function operation(call: (replica: any) => Promise<any>, quorum: number, onAnswer = (_i: number, _value: any) => {}) {
    return new Promise<any[]>((resolve, reject) => {
      const states: ('open' | 'ok' | 'failed')[] = replicas.map(() => 'open');
      const values: any[] = [];
      const settle = (i: number, state: 'ok' | 'failed', value?: any) => {
        if (states[i] !== 'open') return;
        states[i] = state;
        if (state === 'ok') {
          values.push(value);
          if (values.length === quorum) resolve([...values]);
          onAnswer(i, value);
        } else if (states.filter((s) => s === 'failed').length === n - quorum + 1) {
          reject(Object.assign(new Error('no quorum'), { name: 'QuorumError' }));
        }
      };
      replicas.forEach(async (replica, i) => {
        setTimeout(() => settle(i, 'failed'), timeoutMs);
        try {
          settle(i, 'ok', await call(replica));
        } catch {
          settle(i, 'failed');
        }
      });
    });
  }

  return {
    write: (key: string, value: unknown, version: number) =>
      operation((replica) => replica.put(key, { value, version }), w),
    async read(key: string) {
      const seen: [number, any][] = [];
      let newest: any = null;
      const repair = async (i: number, entry: any) => {
        if (!newest || (entry && entry.version >= newest.version)) return;
        try {
          await replicas[i].put(key, newest);
        } catch {}
      };
      let done = false;
      const entries = await operation(
        (replica) => replica.get(key),
        r,
        (i, entry) => {
          if (done) void repair(i, entry);
          else seen.push([i, entry]);
        },
      );
      for (const entry of entries) if (entry && (!newest || entry.version > newest.version)) newest = entry;
      done = true;
      for (const [i, entry] of seen) void repair(i, entry);
      return newest;
    },
  };
}
