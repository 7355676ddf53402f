// caught by: shows the cycle and only the cycle
export function planOrder(migrations) {
  const needsOf = new Map(migrations.map(({ name, needs }) => [name, needs]));
  for (const [name, needs] of needsOf) {
    for (const need of needs) if (!needsOf.has(need)) throw new Error(`${name} needs ${need}`);
  }
  const done = new Set();
  for (const start of needsOf.keys()) {
    const path = [start];
    while (path.length > 0) {
      const name = path[path.length - 1];
      const next = needsOf.get(name).find((need) => !done.has(need));
      if (next === undefined) {
        done.add(name);
        path.pop();
      } else if (path.includes(next)) return { cycle: path };
      else path.push(next);
    }
  }
  return { order: [...done] };
}
