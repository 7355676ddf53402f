// caught by: does not wait for a repair, and survives its failure
type Entry = { version: number; value: unknown };
type Replica = {
  put: (key: string, entry: Entry) => Promise<unknown>;
  get: (key: string) => Promise<Entry | null>;
};

class QuorumError extends Error {
  override name = 'QuorumError';
}

function withTimeout<Value>(promise: Promise<Value>, timeoutMs: number) {
  return new Promise<Value>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Resolves to the first `quorum` values; rejects once so many have failed that there will not be as many. */
function firstOf<Value>(promises: Promise<Value>[], quorum: number) {
  return new Promise<Value[]>((resolve, reject) => {
    const values: Value[] = [];
    let failures = 0;
    for (const promise of promises) {
      promise.then(
        (value) => {
          values.push(value);
          if (values.length === quorum) resolve([...values]);
        },
        () => {
          failures++;
          if (failures > promises.length - quorum) reject(new QuorumError(`fewer than ${quorum} replicas answered`));
        },
      );
    }
  });
}

export function createStore(replicas: Replica[], { w, r, timeoutMs }: { w: number; r: number; timeoutMs: number }) {
  const n = replicas.length;
  if (!(r >= 1 && r <= n && w >= 1 && w <= n && r + w > n)) {
    throw new RangeError(`r = ${r} and w = ${w} are no quorums of ${n} replicas`);
  }

  /** All at the same moment; a replica that throws has failed like one that rejects. */
  const askAll = <Value>(ask: (replica: Replica) => Promise<Value>) =>
    replicas.map((replica) => withTimeout(new Promise<Value>((resolve) => resolve(ask(replica))), timeoutMs));

  async function write(key: string, value: unknown, version: number) {
    await firstOf(
      askAll((replica) => replica.put(key, { version, value })),
      w,
    );
  }

  async function read(key: string): Promise<Entry | null> {
    const answers = askAll((replica) => replica.get(key));
    const entries = await firstOf(answers, r);
    const newest = entries.reduce(
      (best, entry) => ((entry?.version ?? -Infinity) > (best?.version ?? -Infinity) ? entry : best),
      null,
    );
    if (newest) {
      await Promise.all(
        answers.map((answer, i) =>
          answer
            .then((entry) =>
              entry === null || entry.version < newest.version ? replicas[i]!.put(key, newest) : undefined,
            )
            .catch(() => undefined),
        ),
      );
    }
    return newest;
  }

  return { write, read };
}
