// caught by: moves as few as the reference on random tables
export function rebalance(owners: (string | null)[], machines: string[]): string[] {
  const held = new Map(machines.map((machine) => [machine, 0]));
  for (const owner of owners) {
    if (owner !== null && held.has(owner)) held.set(owner, held.get(owner)! + 1);
  }

  // The larger quotas go to the fullest, where they save a move.
  const quota = Math.floor(owners.length / machines.length);
  const larger = owners.length % machines.length;
  const fullestFirst = machines.toSorted((a, b) => held.get(b)! - held.get(a)!);
  const room = new Map(fullestFirst.map((machine, i) => [machine, larger > 0 ? quota + 1 : quota]));

  const result = owners.map((owner) => {
    const left = owner === null ? undefined : room.get(owner);
    if (!left) return null;
    room.set(owner!, left - 1);
    return owner;
  });

  const free = [...room].flatMap(([machine, left]) => Array<string>(left).fill(machine));
  return result.map((owner) => owner ?? free.pop()!);
}
