// caught by: does not mind the same need twice
export function planOrder(migrations) {
  const waiting = new Map(migrations.map(({ name }) => [name, new Set()]));
  const open = new Map();
  for (const { name, needs } of migrations) {
    open.set(name, needs.length);
    for (const need of needs) {
      if (!waiting.has(need)) throw new Error(`${name} needs ${need}`);
      waiting.get(need).add(name);
    }
  }
  const order = migrations.filter(({ needs }) => needs.length === 0).map(({ name }) => name);
  for (const done of order) {
    for (const name of waiting.get(done)) {
      open.set(name, open.get(name) - 1);
      if (open.get(name) === 0) order.push(name);
    }
  }
  if (order.length === migrations.length) return { order };
  const left = new Map(migrations.filter(({ name }) => open.get(name) > 0).map((one) => [one.name, one.needs]));
  const path = [];
  let name = [...left.keys()][0];
  while (!path.includes(name)) {
    path.push(name);
    name = left.get(name).find((need) => left.has(need));
  }
  return { cycle: path.slice(path.indexOf(name)) };
}
