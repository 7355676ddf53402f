// caught by: forgets an outcome when the window has passed
type Options = {
  windowMs: number;
  minCalls: number;
  failureRate: number;
  openMs: number;
  probes: number;
  isFailure?: (error: unknown) => boolean;
};
type State = 'closed' | 'open' | 'half-open';

class CircuitOpenError extends Error {
  override name = 'CircuitOpenError';
}

export function createBreaker(options: Options) {
  const { windowMs, minCalls, failureRate, openMs, probes, isFailure = () => true } = options;
  let current: State = 'closed';
  let period = 0;
  let openedAt = 0;
  let outcomes: { at: number; failed: boolean }[] = [];
  let letThrough = 0;
  let succeeded = 0;

  function enter(state: State) {
    current = state;
    period++;
    openedAt = Date.now();
    outcomes = [];
    letThrough = 0;
    succeeded = 0;
  }

  function state(): State {
    if (current === 'open' && Date.now() - openedAt >= openMs) enter('half-open');
    return current;
  }

  function note(failed: boolean) {
    if (current === 'half-open') {
      if (failed) enter('open');
      else if (++succeeded === probes) enter('closed');
      return;
    }
    const now = Date.now();
    outcomes.push({ at: now, failed });
    outcomes = outcomes.filter(({ at }) => now - at <= windowMs);
    const failures = outcomes.filter((outcome) => outcome.failed).length;
    if (outcomes.length >= minCalls && failures / outcomes.length >= failureRate) enter('open');
  }

  async function run<Result>(operation: () => Promise<Result>): Promise<Result> {
    const before = state();
    if (before === 'open' || (before === 'half-open' && letThrough >= probes)) {
      throw new CircuitOpenError('the circuit is open');
    }
    letThrough++;
    const mine = period;
    // What settles in another period than it began in is old news.
    const noteMine = (failed: boolean) => {
      if (mine === period) note(failed);
    };
    try {
      const result = await operation();
      noteMine(false);
      return result;
    } catch (error) {
      noteMine(isFailure(error));
      throw error;
    }
  }

  return { run, state };
}
