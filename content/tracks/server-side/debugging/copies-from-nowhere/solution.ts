const holdMs = 900_000;

type Held = { customer: string; untilMs: number };

export function createShelf(copies: number) {
  let held: Held[] = [];

  function expire(nowMs: number) {
    held = held.filter(({ untilMs }) => untilMs > nowMs);
  }

  return {
    putAside(customer: string, nowMs: number): boolean {
      expire(nowMs);
      const own = held.find((one) => one.customer === customer);
      if (own) {
        own.untilMs = nowMs + holdMs;
        return true;
      }
      if (held.length === copies) return false;
      held.push({ customer, untilMs: nowMs + holdMs });
      return true;
    },

    cancel(customer: string, nowMs: number): boolean {
      expire(nowMs);
      const place = held.findIndex((one) => one.customer === customer);
      if (place === -1) return false;
      held.splice(place, 1);
      return true;
    },

    free(nowMs: number): number {
      expire(nowMs);
      return copies - held.length;
    },
  };
}
