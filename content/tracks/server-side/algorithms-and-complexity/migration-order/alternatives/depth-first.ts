type Migration = { name: string; needs: string[] };

export function planOrder(migrations: Migration[]) {
  const needsOf = new Map<string, string[]>();
  for (const { name, needs } of migrations) needsOf.set(name, needs);
  for (const { name, needs } of migrations) {
    const missing = needs.find((need) => !needsOf.has(need));
    if (missing !== undefined) throw new Error(`Migration "${missing}" is needed by "${name}" and is missing`);
  }

  const state = new Map<string, 'on the way' | 'done'>();
  const order: string[] = [];
  for (const { name: start } of migrations) {
    if (state.has(start)) continue;
    const stack = [{ name: start, next: 0 }];
    state.set(start, 'on the way');
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const need = needsOf.get(top.name)![top.next++];
      if (need === undefined) {
        state.set(top.name, 'done');
        order.push(top.name);
        stack.pop();
      } else if (state.get(need) === 'on the way') {
        const names = stack.map(({ name }) => name);
        return { cycle: names.slice(names.indexOf(need)) };
      } else if (!state.has(need)) {
        state.set(need, 'on the way');
        stack.push({ name: need, next: 0 });
      }
    }
  }
  return { order };
}
