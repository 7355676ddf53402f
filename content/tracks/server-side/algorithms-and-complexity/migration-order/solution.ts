type Migration = { name: string; needs: string[] };
type Plan = { order: string[] } | { cycle: string[] };

export function planOrder(migrations: Migration[]): Plan {
  const needsOf = new Map(migrations.map(({ name, needs }) => [name, needs]));
  const waitingFor = new Map<string, string[]>(migrations.map(({ name }) => [name, []]));
  const open = new Map<string, number>();

  for (const { name, needs } of migrations) {
    open.set(name, needs.length);
    for (const need of needs) {
      const waiting = waitingFor.get(need);
      if (!waiting) throw new Error(`${name} needs ${need}, which does not exist`);
      waiting.push(name);
    }
  }

  const order = migrations.filter(({ needs }) => needs.length === 0).map(({ name }) => name);
  for (const done of order) {
    for (const name of waitingFor.get(done)!) {
      const left = open.get(name)! - 1;
      open.set(name, left);
      if (left === 0) order.push(name);
    }
  }
  if (order.length === migrations.length) return { order };

  // Whatever is left needs something that is left, so this walk must come back to where it was.
  const isLeft = (name: string) => open.get(name)! > 0;
  const path: string[] = [];
  const placeOf = new Map<string, number>();
  let name = migrations.find((migration) => isLeft(migration.name))!.name;
  while (!placeOf.has(name)) {
    placeOf.set(name, path.length);
    path.push(name);
    name = needsOf.get(name)!.find(isLeft)!;
  }
  return { cycle: path.slice(placeOf.get(name)) };
}
