export function rebalance(owners: (string | null)[], machines: string[]): string[] {
  return owners.map((_, slot) => machines[slot % machines.length]!);
}
