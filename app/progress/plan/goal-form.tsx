'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { Field } from '#components/field';
import { problemWords } from '#components/grading-words';
import { levelLabels, type Level } from '#components/labels';
import { Segments } from '#components/segments';
import { apiFetch, jsonRequest } from '#lib/api-call';
import { minutesPerDayMax } from './plan.ts';
import styles from './plan.module.css';

type Goal = { level: Level; days: number; minutesPerDay: number; lessonIds: string[] | null };

const errorsSchema = z.object({ errors: z.record(z.string(), z.string()) });
const levelOptions = (Object.keys(levelLabels) as Level[]).map((value) => ({ value, label: levelLabels[value] }));

/** The three numbers behind a plan. */
export function GoalForm({ goal }: { goal: Goal | null }) {
  const router = useRouter();
  const [level, setLevel] = useState<Level>(goal?.level ?? 'junior');
  const [days, setDays] = useState(String(goal?.days ?? 30));
  const [minutes, setMinutes] = useState(String(goal?.minutesPerDay ?? 45));
  const [withPosting, setWithPosting] = useState(true);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setSaid('');
    const lessons = withPosting ? (goal?.lessonIds ?? null) : null;
    const body = { level, days: Number(days), minutesPerDay: Number(minutes), lessons };
    const answer = await apiFetch('/api/goal', jsonRequest('PUT', body));
    setBusy(false);
    if (answer.ok) {
      setErrors({});
      setSaid('The plan is worked out anew.');
      router.refresh();
      return;
    }
    const known = errorsSchema.safeParse(answer.problem.body);
    setErrors(known.success ? known.data.errors : {});
    setSaid(known.success ? 'Look at the fields above.' : Object.values(problemWords(answer.problem)).join('. '));
  }

  async function drop() {
    if (busy) return;
    setBusy(true);
    const answer = await apiFetch('/api/goal', { method: 'DELETE' });
    setBusy(false);
    setSaid(answer.ok ? 'The plan is gone. What you have done stays.' : 'The plan was not dropped. Try again.');
    if (answer.ok) router.refresh();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <Field
        label="Days from today"
        type="number"
        inputMode="numeric"
        min={1}
        max={730}
        value={days}
        error={errors['days'] && `This ${errors['days']}.`}
        onChange={(event) => setDays(event.target.value)}
      />
      <Field
        label="Minutes a day"
        type="number"
        inputMode="numeric"
        min={10}
        max={minutesPerDayMax}
        value={minutes}
        error={errors['minutesPerDay'] && `This ${errors['minutesPerDay']}.`}
        onChange={(event) => setMinutes(event.target.value)}
      />
      <div>
        <p className={styles.label} aria-hidden="true">
          Level to reach
        </p>
        <Segments legend="Level to reach" options={levelOptions} value={level} onChange={setLevel} />
      </div>
      {goal?.lessonIds && (
        <label className={styles.choice}>
          <input type="checkbox" checked={withPosting} onChange={({ target }) => setWithPosting(target.checked)} />
          Only the {goal.lessonIds.length} lessons that your job posting asks for
        </label>
      )}
      <div className={styles.foot}>
        <Button variant="primary" type="submit" aria-disabled={busy}>
          {goal ? 'Plan again from today' : 'Make the plan'}
        </Button>
        {goal && (
          <Button variant="quiet" aria-disabled={busy} onClick={() => void drop()}>
            Drop the plan
          </Button>
        )}
        <p role="status">{said}</p>
      </div>
    </form>
  );
}
