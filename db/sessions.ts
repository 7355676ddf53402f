import { and, desc, eq, gt, lte, ne } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { Db } from './client.ts';
import { sessions, users } from './tables.ts';

/** How long a device stays signed in. */
export const sessionDaysMax = 90;

/** `lastSeenAt` is for people to read; writing it on each request would cost a disk flush for nothing. */
const lastSeenMsStep = 10 * 60_000;

const userAgentCharsMax = 300;

/** `confirmedAt` is when its user last proved to be themselves: by signing in, or by giving the password again. */
export type Session = {
  sessionId: string;
  userId: string;
  email: string;
  name: string | null;
  role: 'learner' | 'owner';
  confirmedAt: Date;
};

export async function createSession(
  db: Db,
  session: { userId: string; userAgent: string | null },
  now = new Date(),
): Promise<string> {
  const id = newId('ses');
  db.insert(sessions)
    .values({
      id,
      userId: session.userId,
      userAgent: session.userAgent?.slice(0, userAgentCharsMax) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionDaysMax * 86_400_000),
    })
    .run();
  return id;
}

/** Null when the session was revoked or has expired, however valid the token looks. */
export async function sessionById(db: Db, sessionId: string, now = new Date()): Promise<Session | null> {
  const row = db
    .select({
      userId: users.id,
      email: users.email,
      name: users.name,
      createdAt: sessions.createdAt,
      confirmedAt: sessions.confirmedAt,
      role: users.role,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now)))
    .get();
  if (!row) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= lastSeenMsStep) {
    db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, sessionId)).run();
  }
  const { userId, email, name, role } = row;
  return { sessionId, userId, email, name, role, confirmedAt: row.confirmedAt ?? row.createdAt };
}

/** Newest use first. */
export async function sessionsOf(db: Db, userId: string, now = new Date()) {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt));
}

/** False when the user has no such session. */
export async function deleteSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  return (
    db
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
      .run().changes > 0
  );
}

/** Signs every other device of the user out. Resolves to how many there were. */
export async function deleteOtherSessions(db: Db, userId: string, keptSessionId: string): Promise<number> {
  return db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keptSessionId)))
    .run().changes;
}

/** Notes that the session's user gave the password again. */
export async function confirmSession(db: Db, sessionId: string, now = new Date()): Promise<void> {
  db.update(sessions).set({ confirmedAt: now }).where(eq(sessions.id, sessionId)).run();
}

/** How long somebody may take at a provider to link an account there. */
const linkMsMax = 10 * 60_000;

/** Notes that the session's user asked to link an account at `provider`. */
export async function askForLink(db: Db, sessionId: string, provider: string, now = new Date()): Promise<void> {
  const linkUntil = new Date(now.getTime() + linkMsMax);
  db.update(sessions).set({ linkProvider: provider, linkUntil }).where(eq(sessions.id, sessionId)).run();
}

/** Whether the session's user asked for this link; asking serves once. */
export async function takeLinkRequest(db: Db, sessionId: string, provider: string, now = new Date()): Promise<boolean> {
  const asked = and(eq(sessions.id, sessionId), eq(sessions.linkProvider, provider), gt(sessions.linkUntil, now));
  return db.update(sessions).set({ linkProvider: null, linkUntil: null }).where(asked).run().changes > 0;
}

export async function deleteExpiredSessions(db: Db, now = new Date()): Promise<number> {
  return db.delete(sessions).where(lte(sessions.expiresAt, now)).run().changes;
}
