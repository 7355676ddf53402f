// caught by: refuses a need that does not exist and names both
export function planOrder(migrations) {
  const needsOf = new Map(
    migrations.map(({ name, needs }) => [name, needs.filter((need) => migrations.some((one) => one.name === need))]),
  );
  const done = new Set();
  for (const start of needsOf.keys()) {
    const path = [start];
    while (path.length > 0) {
      const name = path[path.length - 1];
      const next = needsOf.get(name).find((need) => !done.has(need));
      if (next === undefined) {
        done.add(name);
        path.pop();
      } else if (path.includes(next)) return { cycle: path.slice(path.indexOf(next)) };
      else path.push(next);
    }
  }
  return { order: [...done] };
}
