type Migration = { name: string; needs: string[] };
type Plan = { order: string[] } | { cycle: string[] };

export function planOrder(migrations: Migration[]): Plan {
  return { order: migrations.map(({ name }) => name) };
}
