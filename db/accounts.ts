import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { accounts, users } from './tables.ts';

export type Link = { provider: string; createdAt: Date };

/** The accounts at providers that sign in as this user, oldest first. */
export async function linksOf(db: Db, userId: string): Promise<Link[]> {
  return db
    .select({ provider: accounts.provider, createdAt: accounts.createdAt })
    .from(accounts)
    .where(eq(accounts.userId, userId))
    .orderBy(asc(accounts.createdAt), asc(accounts.provider));
}

/**
 * Takes a provider's accounts from a user. Refused as `last-way-in` when neither a password nor another link of
 * `usable`, the providers that this server still has keys for, would be left.
 */
export async function unlinkProvider(
  db: Db,
  unlink: { userId: string; provider: string; usable: readonly string[] },
): Promise<'unlinked' | 'not-linked' | 'last-way-in'> {
  const { userId, provider, usable } = unlink;
  return db.transaction(
    (tx) => {
      const links = tx.select().from(accounts).where(eq(accounts.userId, userId)).all();
      if (!links.some((link) => link.provider === provider)) return 'not-linked';
      const user = tx
        .select({ hasPassword: sql<number>`${users.passwordHash} is not null` })
        .from(users)
        .where(eq(users.id, userId))
        .get();
      const others = links.filter((link) => link.provider !== provider && usable.includes(link.provider));
      if (!user?.hasPassword && others.length === 0) return 'last-way-in';
      tx.delete(accounts)
        .where(and(eq(accounts.userId, userId), eq(accounts.provider, provider)))
        .run();
      return 'unlinked';
    },
    { behavior: 'immediate' },
  );
}
