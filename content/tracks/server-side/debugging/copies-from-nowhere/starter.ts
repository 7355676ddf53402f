const holdMs = 900_000;

type Held = { customer: string; untilMs: number };

export function createShelf(copies: number) {
  const held: Held[] = [];
  let freeCopies = copies;

  function forget(place: number) {
    held.splice(place, 1);
    freeCopies++;
  }

  function expire(nowMs: number) {
    for (let place = 0; place < held.length; place++) {
      if (held[place].untilMs <= nowMs) forget(place);
    }
  }

  return {
    putAside(customer: string, nowMs: number): boolean {
      expire(nowMs);
      const own = held.find((one) => one.customer === customer);
      if (own) {
        own.untilMs = nowMs + holdMs;
        return true;
      }
      if (freeCopies === 0) return false;
      held.push({ customer, untilMs: nowMs + holdMs });
      freeCopies--;
      return true;
    },

    cancel(customer: string, nowMs: number): boolean {
      const place = held.findIndex((one) => one.customer === customer);
      const wasHeld = place !== -1 && held[place].untilMs > nowMs;
      forget(place);
      return wasHeld;
    },

    free(nowMs: number): number {
      expire(nowMs);
      return freeCopies;
    },
  };
}
