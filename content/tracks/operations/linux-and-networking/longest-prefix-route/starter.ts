export type Route = { network: string; via: string };

export function route(table: Route[], address: string): string | null {
  return null;
}
