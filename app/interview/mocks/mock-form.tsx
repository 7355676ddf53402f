'use client';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { callAs } from '#components/call-as';
import { Field } from '#components/field';
import { problemWords } from '#components/grading-words';
import { languageLabels, levelLabels, type Level } from '#components/labels';
import { ownerNow } from '#components/me';
import { Segments } from '#components/segments';
import { jsonRequest, type Problem } from '#lib/api-call';
import { mockKindSchema, roundMinutes, type MockKind } from '#lib/mock';
import { mockKindLabels } from './mock-words.ts';
import styles from './mocks.module.css';

export type MockWish = { kind: MockKind; level: Level; language: 'typescript' | 'python'; seed: string };

const levelOptions = (Object.keys(levelLabels) as Level[]).map((value) => ({ value, label: levelLabels[value] }));
const languageOptions = (['typescript', 'python'] as const).map((value) => ({ value, label: languageLabels[value] }));

const startedSchema = z.object({ id: z.string() });

type Props = {
  wish: MockWish;
  /** Another mock is open. */
  isBlocked: boolean;
  hasQuestions: boolean;
};

/** Which interview: kind, level, language, and the seed of a friend's. */
export function MockForm({ wish, isBlocked, hasQuestions }: Props) {
  const router = useRouter();
  const [kind, setKind] = useState(wish.kind);
  const [level, setLevel] = useState(wish.level);
  const [language, setLanguage] = useState(wish.language);
  const [seed, setSeed] = useState(wish.seed);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const [seedError, setSeedError] = useState('');

  async function begin(event: FormEvent) {
    event.preventDefault();
    if (busy || isBlocked) return;
    setBusy(true);
    setSaid('Drawing the tasks');
    setSeedError('');
    const body = { kind, level, language, seed: seed.trim() === '' ? null : seed };
    const answer = await callAs(ownerNow().id, startedSchema, '/api/mocks', jsonRequest('POST', body));
    if (answer.ok) return router.push(`/interview/mocks/${answer.value.id}`);
    setBusy(false);
    setSeedError(seedErrorOf(answer.problem));
    setSaid(refusedWords(answer.problem));
    if (answer.problem.code === 'mock-open') router.refresh();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void begin(event)} noValidate data-needs-scripts="">
      <fieldset className={styles.kinds}>
        <legend>Kind</legend>
        {mockKindSchema.options.map((each) => (
          <label key={each}>
            <input type="radio" name="kind" value={each} checked={each === kind} onChange={() => setKind(each)} />
            <span>
              <strong>{mockKindLabels[each]}</strong> <span className={styles.minutes}>{minutesWords(each)}</span>
              <span className={styles.about}>{kindWords[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.choice}>
        <p aria-hidden="true">Level</p>
        <Segments legend="Level" options={levelOptions} value={level} onChange={setLevel} />
      </div>
      {(kind === 'coding' || kind === 'loop') && (
        <div className={styles.choice}>
          <p aria-hidden="true">Language of the coding round</p>
          <Segments
            legend="Language of the coding round"
            options={languageOptions}
            value={language}
            onChange={setLanguage}
          />
        </div>
      )}
      <Field
        label="Seed, if you have one"
        hint="The same seed, kind, level and language draw the same tasks for everybody on this server. Left empty, the draw goes to where you are weak and leaves out your last interviews."
        value={seed}
        maxLength={32}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={seedError}
        onChange={(event) => setSeed(event.target.value)}
      />
      <div className={styles.foot}>
        <Button variant="primary" type="submit" aria-disabled={busy || isBlocked}>
          Begin: {minutesWords(kind)}
        </Button>
        <p role="status">
          {said || (isBlocked ? 'Go on with the one that is open first, or leave it.' : '')}
          {!hasQuestions && kind !== 'coding' && kind !== 'sql' && ' There are no questions on this server.'}
        </p>
      </div>
    </form>
  );
}

const kindWords: Record<MockKind, string> = {
  coding: 'Two exercises on programming and data structures.',
  sql: 'Two or three queries.',
  'api-design': 'One interface designed in writing, one service built.',
  security: 'One or two questions and an exercise on security.',
  'system-design': 'One whole design in writing, with a diagram.',
  behavioural: 'Three questions on what you have done, told as STAR stories.',
  loop: 'A day of interviews: coding, SQL, API design or security, system design, behavioural, with breaks in between.',
};

function minutesWords(kind: MockKind): string {
  return kind === 'loop' ? 'five rounds' : `${roundMinutes[kind]} min`;
}

function seedErrorOf({ body }: Problem): string {
  const parsed = z.object({ errors: z.object({ seed: z.string() }) }).safeParse(body);
  return parsed.success ? `A seed ${parsed.data.errors.seed}.` : '';
}

function refusedWords(problem: Problem): string {
  if (seedErrorOf(problem)) return 'Look at the seed above.';
  if (problem.code === 'mock-open' || problem.code === 'not-enough-content') return problem.detail;
  if (problem.code === 'offline') return 'The server did not answer. An interview begins when there is a connection.';
  return Object.values(problemWords(problem)).join('. ');
}
