const dayMs = 24 * 60 * 60 * 1000;
export const partitionOf = (reader: string, at: number) => reader + '/' + new Date(at).toISOString().split('T')[0];

export async function latest(read, reader: string, wanted) {
  const from = async (lastMs: number, missing: number): Promise<{ at: number }[]> => {
    if (missing <= 0 || lastMs < wanted.oldest) return [];
    const rows = await read(partitionOf(reader, lastMs), { before: wanted.before, limit: missing });
    const kept = rows.filter((row) => row.at >= wanted.oldest);
    const startOfDay = lastMs - (((lastMs % dayMs) + dayMs) % dayMs);
    return [...kept, ...(await from(startOfDay - 1, missing - kept.length))];
  };
  return from(wanted.before - 1, wanted.count);
}
