/** The token tells both positions apart, and the replica is drawn at random. */
export function createRouter(primary: any, replicas: any[]) {
  const parse = (token: string | null) => (token ? JSON.parse(token) : { wrote: 0, saw: 0 });
  return {
    write: (token: string | null, statement: string) =>
      primary.write(statement).then(({ position, result }: any) => {
        const { wrote, saw } = parse(token);
        return { result, token: JSON.stringify({ wrote: Math.max(wrote, position), saw }) };
      }),
    read: async (token: string | null, query: string) => {
      const { wrote, saw } = parse(token);
      const candidates = replicas
        .map((replica) => ({ replica, known: replica.knownPosition() }))
        .filter(({ known }) => known !== null && known >= wrote && known >= saw);
      const chosen = candidates[Math.floor(Math.random() * candidates.length)]?.replica;
      const answer = (chosen && (await chosen.read(query).catch(() => null))) ?? (await primary.read(query));
      return { rows: answer.rows, token: JSON.stringify({ wrote, saw: Math.max(saw, answer.position) }) };
    },
  };
}
