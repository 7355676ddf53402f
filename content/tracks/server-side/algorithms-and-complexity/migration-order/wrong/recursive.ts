// caught by: plans a long chain in time
export function planOrder(migrations) {
  const byName = new Map(migrations.map((one) => [one.name, one]));
  for (const { name, needs } of migrations) {
    for (const need of needs) if (!byName.has(need)) throw new Error(`${name} needs ${need}`);
  }
  const done = new Set();
  const path = [];
  const onPath = new Set();
  function visit(name) {
    if (done.has(name)) return null;
    if (onPath.has(name)) return path.slice(path.indexOf(name));
    path.push(name);
    onPath.add(name);
    for (const need of byName.get(name).needs) {
      const cycle = visit(need);
      if (cycle) return cycle;
    }
    path.pop();
    onPath.delete(name);
    done.add(name);
    return null;
  }
  for (const { name } of migrations) {
    const cycle = visit(name);
    if (cycle) return { cycle };
  }
  return { order: [...done] };
}
