// caught by: does not start something early because the first service needs it
export function startOrder(needs: Record<string, string[]>): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (name: string): void => {
    if (done.has(name)) return;
    done.add(name);
    for (const need of (needs[name] ?? []).toSorted()) visit(need);
    order.push(name);
  };
  for (const name of Object.keys(needs).toSorted()) visit(name);
  return order;
}
