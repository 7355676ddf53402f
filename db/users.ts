import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/ids';
import type { Db, Transaction } from './client.ts';
import { clearLearner, hideLearner } from './deletion.ts';
import { accounts, learners, marks, users } from './tables.ts';

export type User = typeof users.$inferSelect;

/** `email` must be in lower case already (`emailSchema`). Null when the address is taken. */
export async function createUser(
  db: Db,
  user: { email: string; name: string | null; passwordHash: string | null },
  now = new Date(),
): Promise<User | null> {
  return db.transaction((tx) => insertUser(tx, user, now), { behavior: 'immediate' });
}

/** Null when the address is taken. The first account that a server ever has is its owner's. */
function insertUser(
  tx: Transaction,
  user: { email: string; name: string | null; passwordHash?: string | null },
  now: Date,
): User | null {
  const role = roleOfNext(tx);
  const row = tx
    .insert(users)
    .values({ id: newId('usr'), ...user, role, createdAt: now })
    .onConflictDoNothing()
    .returning()
    .get();
  if (!row) return null;
  if (role === 'owner') tx.insert(marks).values({ name: 'first-account', at: now }).run();
  tx.insert(learners)
    .values({ id: newId('lrn'), userId: row.id, createdAt: now })
    .run();
  return row;
}

/** The mark stays when the first account is deleted, or whoever signs up next would inherit the server. */
function roleOfNext(tx: Transaction): User['role'] {
  const wasThere = tx.select().from(marks).where(eq(marks.name, 'first-account')).get();
  const somebody = tx.select({ id: users.id }).from(users).limit(1).get();
  return wasThere || somebody ? 'learner' : 'owner';
}

/** False when no account has this address. */
export async function setRole(db: Db, email: string, role: User['role']): Promise<boolean> {
  return db.update(users).set({ role }).where(eq(users.email, email)).run().changes > 0;
}

/** Their addresses, oldest account first. */
export async function owners(db: Db): Promise<string[]> {
  const rows = db.select({ email: users.email }).from(users).where(eq(users.role, 'owner')).orderBy(users.createdAt);
  return rows.all().map(({ email }) => email);
}

export async function userByEmail(db: Db, email: string): Promise<User | null> {
  return db.select().from(users).where(eq(users.email, email)).get() ?? null;
}

export async function userById(db: Db, userId: string): Promise<User | null> {
  return db.select().from(users).where(eq(users.id, userId)).get() ?? null;
}

/**
 * Deletes a user: at once whatever signs them in or shows them to others, then step by step what they did. Resolves when
 * nothing of theirs is left; to false when there is no such user.
 */
export async function deleteUser(db: Db, userId: string): Promise<boolean> {
  const { learner, isThere } = db.transaction(
    (tx) => {
      const theirs = tx.select({ id: learners.id }).from(learners).where(eq(learners.userId, userId)).get();
      if (theirs) hideLearner(tx, theirs.id);
      return { learner: theirs, isThere: tx.delete(users).where(eq(users.id, userId)).run().changes > 0 };
    },
    { behavior: 'immediate' },
  );
  if (learner) await clearLearner(db, learner.id);
  return isThere;
}

export async function userByProvider(db: Db, provider: string, providerAccountId: string): Promise<User | null> {
  const row = db
    .select({ user: users })
    .from(accounts)
    .innerJoin(users, eq(users.id, accounts.userId))
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)))
    .get();
  return row?.user ?? null;
}

export type ProviderSignIn = {
  provider: string;
  providerAccountId: string;
  /** In lower case, or null when the provider gave none. */
  email: string | null;
  /** The provider said in so many words that nobody has proved to own the address. */
  emailRefuted: boolean;
  name: string | null;
  /** Who is signed in at this moment and has asked for this link. */
  currentUserId: string | null;
};

export type ProviderOutcome =
  | { outcome: 'signed-in' | 'linked' | 'created'; userId: string }
  | { outcome: 'linked-to-other' | 'email-missing' | 'email-unverified' | 'email-taken' };

/**
 * Decides what a sign-in through a provider means. An e-mail address alone never opens an existing account: providers
 * exist that let anybody claim any address, so `email-taken` asks the owner to sign in first and link then.
 */
export async function resolveProvider(db: Db, attempt: ProviderSignIn, now = new Date()): Promise<ProviderOutcome> {
  const { provider, providerAccountId, currentUserId } = attempt;
  return db.transaction(
    (tx) => {
      const link = tx
        .select({ userId: accounts.userId })
        .from(accounts)
        .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)))
        .get();
      if (link && currentUserId && link.userId !== currentUserId) return { outcome: 'linked-to-other' };
      if (link) return { outcome: 'signed-in', userId: link.userId };
      if (currentUserId) {
        tx.insert(accounts).values({ provider, providerAccountId, userId: currentUserId, createdAt: now }).run();
        return { outcome: 'linked', userId: currentUserId };
      }
      if (!attempt.email) return { outcome: 'email-missing' };
      if (attempt.emailRefuted) return { outcome: 'email-unverified' };
      const user = insertUser(tx, { email: attempt.email, name: attempt.name }, now);
      if (!user) return { outcome: 'email-taken' };
      tx.insert(accounts).values({ provider, providerAccountId, userId: user.id, createdAt: now }).run();
      return { outcome: 'created', userId: user.id };
    },
    { behavior: 'immediate' },
  );
}
