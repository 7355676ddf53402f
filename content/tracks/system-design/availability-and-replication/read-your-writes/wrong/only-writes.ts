// caught by: does not go back to a replica that is further behind than what was seen
type Answer = { position: number; rows: unknown[] };
type Primary = {
  write: (statement: string) => Promise<{ position: number; result: unknown }>;
  read: (query: string) => Promise<Answer>;
};
type Replica = { knownPosition: () => number | null; read: (query: string) => Promise<Answer> };

export function createRouter(primary: Primary, replicas: Replica[]) {
  let turn = 0;

  const positionOf = (token: string | null) => (token === null ? -Infinity : Number(token));
  const raise = (token: string | null, position: number) => String(Math.max(positionOf(token), position));

  function replicaFor(token: string | null) {
    const least = positionOf(token);
    const suitable = replicas.filter((replica) => {
      const known = replica.knownPosition();
      return known !== null && known >= least;
    });
    return suitable[turn++ % suitable.length];
  }

  async function readRows(token: string | null, query: string): Promise<Answer> {
    const replica = replicaFor(token);
    if (!replica) return primary.read(query);
    try {
      return await replica.read(query);
    } catch {
      return primary.read(query);
    }
  }

  return {
    async write(token: string | null, statement: string) {
      const { position, result } = await primary.write(statement);
      return { result, token: raise(token, position) };
    },
    async read(token: string | null, query: string) {
      const { position, rows } = await readRows(token, query);
      return { rows, token };
    },
  };
}
