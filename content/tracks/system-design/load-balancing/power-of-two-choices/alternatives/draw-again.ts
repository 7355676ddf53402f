type Server = { name: string; healthy: boolean };

export const choose = (servers: Server[], loadOf: (name: string) => number, random: () => number) => {
  const up = servers.filter((server) => server.healthy);
  const draw = () => up[Math.floor(random() * up.length)]!;
  if (up.length === 0) return null;
  const a = draw();
  if (up.length === 1) return a.name;
  let b = draw();
  while (b === a) b = draw();
  return loadOf(a.name) <= loadOf(b.name) ? a.name : b.name;
};
