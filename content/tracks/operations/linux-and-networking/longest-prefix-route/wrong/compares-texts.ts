// caught by: decides the examples of the task
type Route = { network: string; via: string };

export function route(table: Route[], address: string): string | null {
  if (!/^(\d{1,3}\.){3}\d{1,3}$/.test(address)) throw new Error('no address');
  const fitting = table.filter(({ network }) => {
    const [first, length] = network.split('/');
    const octets = Math.floor(Number(length) / 8);
    return first!.split('.').slice(0, octets).join('.') === address.split('.').slice(0, octets).join('.');
  });
  fitting.sort((a, b) => Number(b.network.split('/')[1]) - Number(a.network.split('/')[1]));
  return fitting[0]?.via ?? null;
}
