type Order = { id: string; atMs: number };
type Cursor = { next: () => Promise<Order | null> };

export async function newest(cursors: Cursor[], limit: number): Promise<Order[]> {
  return [];
}
