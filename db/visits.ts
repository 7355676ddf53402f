import { desc, eq } from 'drizzle-orm';
import type { Db } from './client.ts';
import { visits } from './tables.ts';

export type Visited = { kind: 'lesson' | 'exercise'; id: string };

export async function recordVisit(db: Db, learnerId: string, visited: Visited, now = new Date()): Promise<void> {
  db.insert(visits)
    .values({ learnerId, kind: visited.kind, itemId: visited.id, visitedAt: now })
    .onConflictDoUpdate({ target: [visits.learnerId, visits.kind, visits.itemId], set: { visitedAt: now } })
    .run();
}

export async function lastVisitOf(db: Db, learnerId: string): Promise<Visited | null> {
  return (
    db
      .select({ kind: visits.kind, id: visits.itemId })
      .from(visits)
      .where(eq(visits.learnerId, learnerId))
      .orderBy(desc(visits.visitedAt))
      .limit(1)
      .get() ?? null
  );
}
