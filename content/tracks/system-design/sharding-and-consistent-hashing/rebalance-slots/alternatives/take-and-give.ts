/** First every orphan goes to the emptiest machine, then the fullest gives to the emptiest until they are even. */
export function rebalance(owners: (string | null)[], machines: string[]) {
  const slotsOf = new Map<string, number[]>(machines.map((machine) => [machine, []]));
  const orphans: number[] = [];
  owners.forEach((owner, slot) => ((owner !== null && slotsOf.get(owner)) || orphans).push(slot));

  const lists = [...slotsOf.values()];
  const emptiest = () => lists.reduce((a, b) => (b.length < a.length ? b : a));
  const fullest = () => lists.reduce((a, b) => (b.length > a.length ? b : a));
  for (const slot of orphans) emptiest().push(slot);
  for (;;) {
    const [from, to] = [fullest(), emptiest()];
    if (from.length - to.length <= 1) break;
    to.push(from.shift()!);
  }

  const result: string[] = new Array(owners.length);
  for (const [machine, slots] of slotsOf) for (const slot of slots) result[slot] = machine;
  return result;
}
