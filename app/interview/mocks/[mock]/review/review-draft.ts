import '#lib/zod-without-eval';
import { z } from 'zod';
import { nobodyYet } from '#lib/for-learner';
import { selfReviewSchema, type SelfReview } from '#lib/mock';

const markSchema = selfReviewSchema.shape.points.element;
export type Mark = z.infer<typeof markSchema>;

/** A rating while it is made: a point that is not marked yet is null. */
export type ReviewDraft = { points: (Mark | null)[]; flags: boolean[]; note: string };

const keptSchema = z.object({
  points: z.array(markSchema.nullable()),
  flags: z.array(z.boolean()),
  note: z.string(),
  /** The version on the server that it was made from. */
  version: z.number(),
});

/** What a rating begins with: what is stored, as far as it fits the question as it is now. */
export function draftOf(
  stored: SelfReview | ReviewDraft | null,
  counts: { points: number; flags: number },
): ReviewDraft {
  return {
    points: Array.from({ length: counts.points }, (_, index) => stored?.points[index] ?? null),
    flags: Array.from({ length: counts.flags }, (_, index) => stored?.flags[index] ?? false),
    note: stored?.note ?? '',
  };
}

/** The rating whole, or the place of the first point that is not marked. */
export function completed({ points, flags, note }: ReviewDraft): { review: SelfReview } | { open: number } {
  const open = points.indexOf(null);
  return open === -1 ? { review: { points: points.filter((mark) => mark !== null), flags, note } } : { open };
}

const keyOf = (owner: string, mockId: string, partId: string) => `underpin:rating:${owner}:${mockId}:${partId}`;

/**
 * A rating that the server does not have yet, kept in this browser over a reload. What its learner kept as a guest, or
 * before the page knew who they are, goes on as theirs. `storage` is null where it is forbidden.
 */
export function keptRating(
  storage: Storage | null,
  { id, formerly }: { id: string; formerly: string[] },
  mockId: string,
  partId: string,
) {
  const key = keyOf(id, mockId, partId);
  const strays = [...formerly, nobodyYet].filter((owner) => owner !== id).map((owner) => keyOf(owner, mockId, partId));
  const dropStrays = () => strays.forEach((stray) => storage?.removeItem(stray));
  return {
    read(): (ReviewDraft & { version: number }) | null {
      for (const name of [key, ...strays]) {
        const found = ratingIn(storage?.getItem(name) ?? null);
        if (found) return found;
      }
      return null;
    },
    write(draft: ReviewDraft, version: number): void {
      try {
        storage?.setItem(key, JSON.stringify({ ...draft, version }));
        dropStrays();
      } catch (cause) {
        console.warn('The rating could not be kept in this browser.', cause);
      }
    },
    drop(): void {
      storage?.removeItem(key);
      dropStrays();
    },
  };
}

function ratingIn(text: string | null): (ReviewDraft & { version: number }) | null {
  try {
    return keptSchema.parse(JSON.parse(text ?? 'null'));
  } catch {
    return null;
  }
}
