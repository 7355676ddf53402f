class Bucket {
  tokens: number;
  /** When the filling of the present token began. */
  since: number;
  last: number;
  constructor(tokens: number, now: number) {
    this.tokens = tokens;
    this.since = now;
    this.last = now;
  }
}

class Limiter {
  #buckets: Record<string, Bucket> = Object.create(null);
  #capacity: number;
  #refillMs: number;
  constructor(capacity: number, refillMs: number) {
    this.#capacity = capacity;
    this.#refillMs = refillMs;
  }

  #fill(bucket: Bucket, now: number) {
    const came = Math.floor((now - bucket.since) / this.#refillMs);
    if (bucket.tokens + came >= this.#capacity) {
      bucket.tokens = this.#capacity;
      bucket.since = now;
    } else {
      bucket.tokens += came;
      bucket.since += came * this.#refillMs;
    }
  }

  take = (key: string, nowMs: number) => {
    const bucket = (this.#buckets[key] ??= new Bucket(this.#capacity, nowMs));
    bucket.last = Math.max(bucket.last, nowMs);
    this.#fill(bucket, bucket.last);
    if (bucket.tokens === 0) {
      return { allowed: false, remaining: 0, retryAfterMs: bucket.since + this.#refillMs - bucket.last };
    }
    bucket.tokens--;
    return { allowed: true, remaining: bucket.tokens, retryAfterMs: 0 };
  };

  sweep = (nowMs: number) => {
    for (const [key, { tokens, since }] of Object.entries(this.#buckets)) {
      if (tokens + Math.floor((nowMs - since) / this.#refillMs) >= this.#capacity) delete this.#buckets[key];
    }
    return Object.keys(this.#buckets).length;
  };
}

export const createLimiter = (capacity: number, refillMs: number) => new Limiter(capacity, refillMs);
