type Options = { freeFailures: number; baseDelayMs: number; maxDelayMs: number; forgetAfterMs: number };

class Throttle {
  #options: Options;
  #accounts: Record<string, { delayMs: number; free: number; at: number }> = Object.create(null);

  constructor(options: Options) {
    this.#options = options;
  }

  #find(email: string) {
    const key = email.trim().toLowerCase();
    const account = this.#accounts[key];
    if (account && Date.now() - account.at >= this.#options.forgetAfterMs) delete this.#accounts[key];
    return this.#accounts[key];
  }

  check(email: string) {
    const account = this.#find(email);
    return account ? Math.max(0, account.delayMs - (Date.now() - account.at)) : 0;
  }

  fail(email: string) {
    const { freeFailures, baseDelayMs, maxDelayMs } = this.#options;
    const account = this.#find(email) ?? { delayMs: 0, free: freeFailures, at: 0 };
    if (account.free > 0) account.free--;
    else account.delayMs = Math.min(maxDelayMs, account.delayMs === 0 ? baseDelayMs : account.delayMs * 2);
    account.at = Date.now();
    this.#accounts[email.trim().toLowerCase()] = account;
  }

  succeed(email: string) {
    delete this.#accounts[email.trim().toLowerCase()];
  }
}

export const createThrottle = (options: Options) => new Throttle(options);
