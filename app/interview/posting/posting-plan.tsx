'use client';
import { useState, type FormEvent } from 'react';
import { Button } from '#components/button';
import { Field } from '#components/field';
import { problemWords } from '#components/grading-words';
import { plural, type Level } from '#components/labels';
import { PathLink } from '#components/path-link';
import { apiFetch, jsonRequest } from '#lib/api-call';
import styles from './posting.module.css';
import { daysUntil, type PostingLesson } from './standing.ts';

type Said = { words: string; isPlanned: boolean };

/** Turns what is missing into the dated plan of the progress page. Only the names of lessons leave the browser. */
export function PostingPlan({ level, lessons }: { level: Level; lessons: PostingLesson[] }) {
  const [date, setDate] = useState('');
  const [minutes, setMinutes] = useState('45');
  const [errors, setErrors] = useState<{ date?: string; minutes?: string }>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  if (lessons.length === 0) return null;

  async function plan(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const days = daysUntil(todayHere(), date);
    const minutesPerDay = Number(minutes);
    const isFit = Number.isInteger(minutesPerDay) && minutesPerDay >= 10 && minutesPerDay <= 720;
    setErrors({
      ...(days === null && { date: 'Choose a day after today, within two years.' }),
      ...(!isFit && { minutes: 'This is a whole number from 10 to 720.' }),
    });
    setSaid(null);
    if (days === null || !isFit) return;
    setBusy(true);
    const body = { level, days, minutesPerDay, lessons: lessons.map(({ id }) => id) };
    const answer = await apiFetch('/api/goal', jsonRequest('PUT', body));
    setBusy(false);
    setSaid(
      answer.ok
        ? { words: `The plan is made: ${plural(lessons.length, 'lesson')} in ${plural(days, 'day')}.`, isPlanned: true }
        : { words: Object.values(problemWords(answer.problem)).join('. '), isPlanned: false },
    );
  }

  return (
    <section className={styles.section} aria-labelledby="plan" data-print="hide">
      <h2 id="plan">Plan what is missing</h2>
      <p className={styles.note}>
        {plural(lessons.length, 'lesson')} with {lessons.length === 1 ? 'its' : 'their'} exercises, laid out over the
        days you have. The names of these lessons are kept with your progress; the posting is not. It takes the place of
        a plan that you have.
      </p>
      <form className={styles.plan} onSubmit={(event) => void plan(event)} noValidate>
        <Field
          label="Day of the interview"
          type="date"
          value={date}
          error={errors.date}
          onChange={(event) => setDate(event.target.value)}
        />
        <Field
          label="Minutes a day"
          type="number"
          inputMode="numeric"
          min={10}
          max={720}
          value={minutes}
          error={errors.minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <Button variant="primary" type="submit" aria-disabled={busy}>
          Make the plan
        </Button>
      </form>
      <p role="status" className={styles.note}>
        {said?.words} {said?.isPlanned && <PathLink href="/progress/plan">Open your plan</PathLink>}
      </p>
    </section>
  );
}

/** `2026-11-21`, of the reader's own calendar. */
function todayHere(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
