// caught by: understands the token of another server
type Answer = { position: number; rows: unknown[] };

let routers = 0;

export function createRouter(primary: any, replicas: any[]) {
  const name = `server-${routers++}`;
  const positions = new Map<string, number>();
  let turn = 0;
  let sessions = 0;

  const remember = (token: string | null, position: number) => {
    const id = token ?? `${name}-${sessions++}`;
    positions.set(id, Math.max(positions.get(id) ?? 0, position));
    return id;
  };

  return {
    async write(token: string | null, statement: string) {
      const { position, result } = await primary.write(statement);
      return { result, token: remember(token, position) };
    },
    async read(token: string | null, query: string) {
      const least = positions.get(token ?? '') ?? 0;
      const suitable = replicas.filter((replica) => (replica.knownPosition() ?? -1) >= least);
      const replica = suitable[turn++ % suitable.length] ?? primary;
      const answer: Answer = await replica.read(query).catch(() => primary.read(query));
      return { rows: answer.rows, token: remember(token, answer.position) };
    },
  };
}
