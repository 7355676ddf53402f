/** Keeps those that may start in a sorted array, and peels the rest from both sides until the circle is left. */
export const startOrder = (needs: { [name: string]: string[] }): string[] => {
  const names = Object.keys(needs);
  const open = new Map<string, Set<string>>(names.map((name) => [name, new Set(needs[name])]));
  const users: Record<string, string[]> = Object.create(null);
  for (const [name, list] of open) {
    for (const need of list) {
      if (!open.has(need)) throw new RangeError('unknown: ' + need);
      (users[need] ??= []).push(name);
    }
  }
  const ready = names
    .filter((name) => open.get(name)!.size === 0)
    .sort()
    .reverse(); // the next one is last
  const order: string[] = [];
  while (ready.length > 0) {
    const name = ready.pop()!;
    order.push(name);
    for (const user of users[name] ?? []) {
      const rest = open.get(user)!;
      rest.delete(name);
      if (rest.size === 0) ready.splice(placeOf(user, ready), 0, user);
    }
  }
  if (order.length === names.length) return order;

  const left = new Set(names.filter((name) => open.get(name)!.size > 0));
  for (let peeled = true; peeled;) {
    peeled = false;
    for (const name of left) {
      if ((users[name] ?? []).some((user) => left.has(user))) continue;
      left.delete(name);
      peeled = true;
    }
  }
  throw new Error('these wait for each other: ' + [...left].join(', '));
};

function placeOf(name: string, descending: string[]): number {
  let low = 0;
  let high = descending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (descending[middle]! > name) low = middle + 1;
    else high = middle;
  }
  return low;
}
