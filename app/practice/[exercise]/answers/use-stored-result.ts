'use client';
import { useEffect, useState } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { answersFile } from '#lib/answers';
import { apiCall } from '#lib/api-call';
import { verdictSchema, type Verdict } from '#lib/verdict';
import type { DraftSnapshot } from '../draft-snapshot.ts';

type Judged = Extract<Verdict, { status: 'passed' | 'failed' }>;
export type StoredResult =
  { status: 'looking' | 'none' } | { status: 'found'; submission: string; source: string; verdict: Judged };

const listSchema = z.object({ submissions: z.array(z.object({ id: z.string(), status: z.string() })) });
const submissionSchema = z.object({ files: z.record(z.string(), z.string()), verdict: verdictSchema.nullable() });

/**
 * The result of the latest submission, when the answers that the page opened with are the ones that were submitted: what
 * was on the page before a reload is there again after it.
 */
export function useStoredResult(exercise: string, draft: DraftSnapshot): StoredResult {
  const [found, setFound] = useState<StoredResult | null>(null);
  const loaded = draft.state !== 'loading';
  const [opened, setOpened] = useState<string | null>(null);
  if (loaded && opened === null) setOpened(draft.source);

  useEffect(() => {
    if (!opened) return;
    let gone = false;
    void latestOf(exercise).then((latest) => {
      if (!gone) setFound(latest?.status === 'found' && latest.source === opened ? latest : none);
    });
    return () => void (gone = true);
  }, [exercise, opened]);

  return opened === '' ? none : (found ?? looking);
}

const none: StoredResult = { status: 'none' };
const looking: StoredResult = { status: 'looking' };

async function latestOf(exercise: string): Promise<StoredResult | null> {
  const list = await apiCall(listSchema, `/api/submissions?exercise=${encodeURIComponent(exercise)}`);
  const newest = list.ok ? list.value.submissions[0] : undefined;
  if (newest?.status !== 'closed') return null;
  const answer = await apiCall(submissionSchema, `/api/submissions/${newest.id}`);
  if (!answer.ok) return null;
  const { verdict, files } = answer.value;
  if (verdict?.status !== 'passed' && verdict?.status !== 'failed') return null;
  return { status: 'found', submission: newest.id, source: files[answersFile] ?? '', verdict };
}
