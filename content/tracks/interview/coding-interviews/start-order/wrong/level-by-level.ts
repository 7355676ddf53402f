// caught by: starts what has just become ready, where it comes before others
export function startOrder(needs: Record<string, string[]>): string[] {
  const order: string[] = [];
  const left = new Set(Object.keys(needs));
  while (left.size > 0) {
    const ready = [...left].filter((name) => needs[name]!.every((need) => order.includes(need))).sort();
    if (ready.length === 0) throw new Error(`cannot start ${[...left].join(', ')}`);
    order.push(...ready);
    for (const name of ready) left.delete(name);
  }
  return order;
}
