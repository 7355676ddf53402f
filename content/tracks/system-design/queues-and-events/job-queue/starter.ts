type Options = { visibilityMs: number; maxAttempts: number; backoffMs: number };

export function createQueue<Payload>({ visibilityMs, maxAttempts, backoffMs }: Options) {
  const waiting: { id: string; payload: Payload }[] = [];
  return {
    add(id: string, payload: Payload): boolean {
      waiting.push({ id, payload });
      return true;
    },
    receive(): { id: string; payload: Payload; attempt: number; receipt: string } | null {
      const job = waiting.shift();
      return job ? { ...job, attempt: 1, receipt: job.id } : null;
    },
    ack: (receipt: string): boolean => true,
    fail: (receipt: string): boolean => true,
    extend: (receipt: string): boolean => true,
    dead: (): { id: string; payload: Payload }[] => [],
    revive: (id: string): boolean => false,
    size: (): number => waiting.length,
  };
}
