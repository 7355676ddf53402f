export function createShelf(copies: number) {
  const until = new Map<string, number>();
  const expire = (nowMs: number) => until.forEach((end, customer) => end <= nowMs && until.delete(customer));
  return {
    putAside(customer: string, nowMs: number) {
      expire(nowMs);
      if (!until.has(customer) && until.size >= copies) return false;
      until.set(customer, nowMs + 900_000);
      return true;
    },
    cancel(customer: string, nowMs: number) {
      expire(nowMs);
      return until.delete(customer);
    },
    free(nowMs: number) {
      expire(nowMs);
      return copies - until.size;
    },
  };
}
