type Answer = { position: number; rows: unknown[] };
type Primary = {
  write: (statement: string) => Promise<{ position: number; result: unknown }>;
  read: (query: string) => Promise<Answer>;
};
type Replica = { knownPosition: () => number | null; read: (query: string) => Promise<Answer> };

export function createRouter(primary: Primary, replicas: Replica[]) {
  return {
    async write(token: string | null, statement: string) {
      const { result } = await primary.write(statement);
      return { result, token: token ?? '' };
    },
    async read(token: string | null, query: string) {
      const { rows } = await replicas[0]!.read(query);
      return { rows, token: token ?? '' };
    },
  };
}
