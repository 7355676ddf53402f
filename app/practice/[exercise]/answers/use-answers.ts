'use client';
import { useMemo } from 'react';
import type { z } from 'zod';
import { answersFile } from '#lib/answers';
import type { LearnerFiles } from '#lib/verdict';
import type { DraftSnapshot } from '../draft-snapshot.ts';
import type { DraftStore } from '../draft-store.ts';
import { useDrafts } from '../use-drafts.ts';
import { useVisit } from '../use-visit.ts';

export type Answers<Value> = {
  /** Null until something was answered, and for a draft of another shape. */
  value: Value | null;
  save: (value: Value) => void;
  /** What is handed in: the draft as it is, which is on its way to the server too. */
  handIn: () => LearnerFiles;
  draft: DraftSnapshot;
  store: DraftStore;
};

/** The learner's answers, kept as a draft is: in the browser at once, on the server at each pause, over reload and tabs. */
export function useAnswers<Schema extends z.ZodType>(exercise: string, schema: Schema): Answers<z.infer<Schema>> {
  const [{ draft, store }] = useDrafts(exercise, oneFile) as [{ draft: DraftSnapshot; store: DraftStore }];

  useVisit(exercise);

  const value = useMemo(() => readAnswers(schema, draft.source), [schema, draft.source]);
  return {
    value,
    save: (changed) => store.edit(JSON.stringify(changed)),
    handIn: () => {
      store.flush();
      return { [answersFile]: store.snapshot().source };
    },
    draft,
    store,
  };
}

const oneFile = [{ name: answersFile, starter: '' }];

export function readAnswers<Schema extends z.ZodType>(schema: Schema, source: string): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(source));
  } catch {
    // Empty before the first answer; of another shape where an exercise has become one of another kind.
    return null;
  }
}
