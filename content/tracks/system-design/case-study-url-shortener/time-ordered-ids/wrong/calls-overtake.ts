// caught by: makes no more than 4,096 in a millisecond, and all in the order of the calls
type Options = { worker: number; epochMs: number; now: () => number; sleep: (ms: number) => Promise<unknown> };

const sequences = 2 ** 12;
const workers = 2 ** 10;
const behindMsMax = 5000;

class ClockError extends Error {
  override name = 'ClockError';
}

export function createIds({ worker, epochMs, now, sleep }: Options) {
  if (!Number.isInteger(worker) || worker < 0 || worker >= workers) throw new RangeError(`worker ${worker}`);
  let lastMs = -Infinity;
  let sequence = 0;
  let queue: Promise<unknown> = Promise.resolve();

  async function make() {
    let at = now();
    // Behind the last id, or at a millisecond that is used up: wait until that is over.
    while (at < lastMs || (at === lastMs && sequence === sequences - 1)) {
      if (lastMs - at > behindMsMax) throw new ClockError(`the clock is ${lastMs - at} ms behind`);
      await sleep(Math.max(1, lastMs - at));
      at = now();
    }
    const sinceEpoch = at - epochMs;
    if (sinceEpoch < 0 || sinceEpoch >= 2 ** 41) throw new RangeError(`no id for the time ${at}`);
    sequence = at === lastMs ? sequence + 1 : 0;
    lastMs = at;
    return ((BigInt(sinceEpoch) << 22n) | (BigInt(worker) << 12n) | BigInt(sequence)).toString();
  }

  function next(): Promise<string> {
    const made = make();
    queue = made.catch(() => undefined);
    return made;
  }

  return { next };
}

export function parse(id: string, epochMs: number) {
  const number = BigInt(id);
  return {
    atMs: Number(number >> 22n) + epochMs,
    worker: Number((number >> 12n) & 0x3ffn),
    sequence: Number(number & 0xfffn),
  };
}
