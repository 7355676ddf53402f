// caught by: shows the cycle and only the cycle
export function planOrder(migrations) {
  const names = new Set(migrations.map(({ name }) => name));
  for (const { name, needs } of migrations) {
    for (const need of needs) if (!names.has(need)) throw new Error(`${name} needs ${need}`);
  }
  const order = [];
  const done = new Set();
  let left = migrations;
  while (left.length > 0) {
    const free = left.filter(({ needs }) => needs.every((need) => done.has(need)));
    if (free.length === 0) return { cycle: left.map(({ name }) => name) };
    for (const { name } of free) {
      order.push(name);
      done.add(name);
    }
    left = left.filter(({ name }) => !done.has(name));
  }
  return { order };
}
