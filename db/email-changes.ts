import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from './client.ts';
import { emailChanges, passwordResets, users } from './tables.ts';
import { hashOfToken, newToken } from './tokens.ts';

/** How long the link to a new address works. */
export const emailChangeHoursMax = 24;

/** Resolves to the token of the link that goes to the new address. What was asked for before is forgotten. */
export async function createEmailChange(
  db: Db,
  change: { userId: string; email: string },
  now = new Date(),
): Promise<string> {
  const token = newToken();
  const row = {
    tokenHash: hashOfToken(token),
    email: change.email,
    createdAt: now,
    expiresAt: new Date(now.getTime() + emailChangeHoursMax * 3_600_000),
  };
  db.insert(emailChanges)
    .values({ userId: change.userId, ...row })
    .onConflictDoUpdate({ target: emailChanges.userId, set: row })
    .run();
  return token;
}

/** What a link would change; null for one that was used, was replaced, has expired or never was. */
export async function emailChangeOf(
  db: Db,
  token: string,
  now = new Date(),
): Promise<{ userId: string; from: string; to: string } | null> {
  const row = db
    .select({ userId: users.id, from: users.email, to: emailChanges.email })
    .from(emailChanges)
    .innerJoin(users, eq(users.id, emailChanges.userId))
    .where(and(eq(emailChanges.tokenHash, hashOfToken(token)), gt(emailChanges.expiresAt, now)))
    .get();
  return row ?? null;
}

/** The address that a user has asked for and not yet confirmed. */
export async function pendingEmailOf(db: Db, userId: string, now = new Date()): Promise<string | null> {
  const row = db
    .select({ email: emailChanges.email })
    .from(emailChanges)
    .where(and(eq(emailChanges.userId, userId), gt(emailChanges.expiresAt, now)))
    .get();
  return row?.email ?? null;
}

export async function cancelEmailChange(db: Db, userId: string): Promise<boolean> {
  return db.delete(emailChanges).where(eq(emailChanges.userId, userId)).run().changes > 0;
}

export type EmailOutcome =
  { outcome: 'changed'; from: string; to: string } | { outcome: 'no-such-link' | 'email-taken' };

/** Uses a link up. The address may have been taken since it was asked for. */
export async function confirmEmailChange(db: Db, token: string, now = new Date()): Promise<EmailOutcome> {
  const asked = await emailChangeOf(db, token, now);
  if (!asked) return { outcome: 'no-such-link' };
  const changed = await changeEmail(db, { userId: asked.userId, email: asked.to });
  return changed ? { outcome: 'changed', from: asked.from, to: asked.to } : { outcome: 'email-taken' };
}

/**
 * Gives a user another address, in lower case; false when somebody else has it. Links that were sent to the old one
 * stop working: whoever reads that mailbox is not asked any more.
 */
export async function changeEmail(db: Db, { userId, email }: { userId: string; email: string }): Promise<boolean> {
  return db.transaction(
    (tx) => {
      const taken = tx.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
      if (taken && taken.id !== userId) return false;
      tx.update(users).set({ email }).where(eq(users.id, userId)).run();
      tx.delete(emailChanges).where(eq(emailChanges.userId, userId)).run();
      tx.delete(passwordResets).where(eq(passwordResets.userId, userId)).run();
      return true;
    },
    { behavior: 'immediate' },
  );
}

export async function deleteExpiredEmailChanges(db: Db, now = new Date()): Promise<number> {
  return db.delete(emailChanges).where(lte(emailChanges.expiresAt, now)).run().changes;
}
