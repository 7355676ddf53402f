import { and, eq, gt, lte, ne } from 'drizzle-orm';
import type { Db } from './client.ts';
import { emailChanges, passwordResets, sessions, users } from './tables.ts';
import { hashOfToken, newToken } from './tokens.ts';

/** How long a link to set a new password works. */
export const passwordResetMinutesMax = 60;

/** Resolves to the token of a new link. Links made before stay good: the newest mail is not always the one opened. */
export async function createPasswordReset(db: Db, userId: string, now = new Date()): Promise<string> {
  const token = newToken();
  db.insert(passwordResets)
    .values({
      tokenHash: hashOfToken(token),
      userId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + passwordResetMinutesMax * 60_000),
    })
    .run();
  return token;
}

/** Whose password a link sets; null for one that was used, has expired or never was. Looking does not use it up. */
export async function passwordResetOf(
  db: Db,
  token: string,
  now = new Date(),
): Promise<{ userId: string; email: string } | null> {
  const row = db
    .select({ userId: users.id, email: users.email })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(and(eq(passwordResets.tokenHash, hashOfToken(token)), gt(passwordResets.expiresAt, now)))
    .get();
  return row ?? null;
}

/**
 * Uses a link up: sets the password, ends every session, and forgets the user's other links and an address that
 * somebody who was in before may have asked for. Null when the link is no longer good.
 */
export async function resetPassword(
  db: Db,
  { token, passwordHash }: { token: string; passwordHash: string },
  now = new Date(),
): Promise<{ userId: string; email: string; sessionsEnded: number } | null> {
  return db.transaction(
    (tx) => {
      const used = tx
        .delete(passwordResets)
        .where(and(eq(passwordResets.tokenHash, hashOfToken(token)), gt(passwordResets.expiresAt, now)))
        .returning({ userId: passwordResets.userId })
        .get();
      if (!used) return null;
      const { userId } = used;
      const user = tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).returning().get();
      tx.delete(passwordResets).where(eq(passwordResets.userId, userId)).run();
      tx.delete(emailChanges).where(eq(emailChanges.userId, userId)).run();
      const sessionsEnded = tx.delete(sessions).where(eq(sessions.userId, userId)).run().changes;
      return user ? { userId, email: user.email, sessionsEnded } : null;
    },
    { behavior: 'immediate' },
  );
}

/** Sets the password of somebody who is signed in; every session but theirs ends, and no link stays good. */
export async function changePassword(
  db: Db,
  change: { userId: string; passwordHash: string; keepSessionId: string },
): Promise<{ sessionsEnded: number }> {
  const { userId, passwordHash, keepSessionId } = change;
  return db.transaction(
    (tx) => {
      tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).run();
      tx.delete(passwordResets).where(eq(passwordResets.userId, userId)).run();
      const others = and(eq(sessions.userId, userId), ne(sessions.id, keepSessionId));
      return { sessionsEnded: tx.delete(sessions).where(others).run().changes };
    },
    { behavior: 'immediate' },
  );
}

export async function deleteExpiredPasswordResets(db: Db, now = new Date()): Promise<number> {
  return db.delete(passwordResets).where(lte(passwordResets.expiresAt, now)).run().changes;
}
