/** A state is an object with its own memory; who was let through by it reports to it, whatever is the state by then. */
export function createBreaker(o: any) {
  const counts = o.isFailure ?? (() => true);
  let now: any;

  const closed = () => {
    const log: [number, boolean][] = [];
    const self = {
      name: 'closed',
      admits: () => true,
      report(failed: boolean) {
        log.push([Date.now(), failed]);
        while (log[0]![0] <= Date.now() - o.windowMs) log.shift();
        const failures = log.filter(([, bad]) => bad).length;
        if (now === self && log.length >= o.minCalls && failures >= o.failureRate * log.length) now = open();
      },
    };
    return self;
  };
  const open = () => ({ name: 'open', until: Date.now() + o.openMs, admits: () => false, report() {} });
  const halfOpen = () => {
    let left = o.probes;
    let missing = o.probes;
    const self = {
      name: 'half-open',
      admits: () => left-- > 0,
      report(failed: boolean) {
        if (now !== self) return;
        if (failed) now = open();
        else if (--missing === 0) now = closed();
      },
    };
    return self;
  };
  const look = () => {
    if (now.until <= Date.now()) now = halfOpen();
    return now;
  };
  now = closed();

  return {
    state: () => look().name,
    run(operation: () => Promise<unknown>) {
      const state = look();
      if (!state.admits()) return Promise.reject(Object.assign(new Error('refused'), { name: 'CircuitOpenError' }));
      return new Promise((resolve) => resolve(operation())).then(
        (value) => (state.report(false), value),
        (error) => {
          state.report(counts(error));
          throw error;
        },
      );
    },
  };
}
