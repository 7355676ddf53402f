'use client';
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import '#lib/zod-without-eval';
import { z } from 'zod';
import { Button } from '#components/button';
import { levelLabels, plural } from '#components/labels';
import { useMe } from '#components/me';
import { PathLink } from '#components/path-link';
import { Segments } from '#components/segments';
import { cutWords } from '#lib/cut-words';
import { demandsOf } from '#lib/posting/demands';
import { findTerms } from '#lib/posting/find-terms';
import type { Term } from '#lib/posting/terms';
import { keptValue } from '../../practice/[exercise]/kept-value.ts';
import { levels, type Level } from '../../progress/readiness.ts';
import { DemandsInWords } from './demands-in-words.tsx';
import { PostingPlan } from './posting-plan.tsx';
import { PostingText } from './posting-text.tsx';
import styles from './posting.module.css';
import { SkillsOfPosting } from './skills-of-posting.tsx';
import { lessonsToPlan, standingOf, type PostingLesson, type Standing } from './standing.ts';
import { TermSection } from './term-section.tsx';

const charsMax = 30_000;
const levelSchema = z.enum(levels);
const keptSchema = z.object({ text: z.string().max(charsMax), level: levelSchema.nullable() });

/** This browser alone keeps it. */
const kept = keptValue('underpin:posting', keptSchema, { text: '', level: null });

type Props = { terms: Term[]; example: string; lessons: PostingLesson[] };

export function Posting({ terms, example, lessons }: Props) {
  const { text, level: chosen } = useSyncExternalStore(kept.subscribe, kept.snapshot, kept.serverSnapshot);
  const read = useDeferredValue(text);
  const me = useMe();
  const mentions = useMemo(() => findTerms(read, terms), [read, terms]);
  const demands = useMemo(() => demandsOf(read), [read]);
  const lessonsById = useMemo(() => new Map(lessons.map((lesson) => [lesson.id, lesson])), [lessons]);
  const level: Level = chosen ?? demands.level ?? 'junior';
  const evidence = me.status === 'ready' ? me.me : undefined;
  const standings = useMemo(() => {
    const asked = new Set(mentions.map(({ termId }) => termId));
    return terms.filter(({ id }) => asked.has(id)).map((term) => standingOf(term, lessonsById, level, evidence));
  }, [terms, mentions, lessonsById, level, evidence]);
  const byStanding = (...wanted: Standing[]) => standings.filter(({ standing }) => wanted.includes(standing));
  const shown = byStanding('shown');
  const missing = byStanding('begun', 'open');
  const untaught = byStanding('untaught');
  const set = (next: Partial<z.infer<typeof keptSchema>>) => kept.set({ ...kept.snapshot(), ...next });

  return (
    <>
      <div className={styles.paste} data-print="hide">
        <label htmlFor="posting">The posting</label>
        <p id="posting-note">Paste all of it. It stays in this browser, over a reload too, until you clear it.</p>
        <textarea
          id="posting"
          rows={10}
          maxLength={charsMax}
          value={text}
          aria-describedby="posting-note"
          onChange={(event) => set({ text: event.target.value })}
        />
        <div className={styles.actions}>
          {text !== '' && <Button onClick={() => kept.set({ text: '', level: null })}>Clear it</Button>}
          {example !== '' && text === '' && (
            <Button onClick={() => set({ text: example })}>Fill in the example posting</Button>
          )}
        </div>
      </div>
      <p role="status" className={styles.found}>
        {read.trim() === '' ? '' : summary(standings.length, shown.length, missing.length, untaught.length)}
        {cutWords(read, charsMax)}
      </p>
      {standings.length > 0 && (
        <>
          {me.status === 'offline' && (
            <p className={styles.note}>
              Your progress could not be loaded, so nothing counts as shown. Reload the page to try again.
            </p>
          )}
          <section className={styles.section} aria-labelledby="rank">
            <h2 id="rank">For which level</h2>
            <DemandsInWords demands={demands} />
            <Segments
              legend="Level to look at it for"
              options={levels.map((value) => ({ value, label: levelLabels[value] }))}
              value={level}
              onChange={(value) => set({ level: value })}
            />
          </section>
          <TermSection id="shown" title="It asks for, and you have shown" standings={shown} empty="Nothing yet." />
          <TermSection
            id="missing"
            title="It asks for, and you have not shown yet"
            standings={missing}
            empty="Nothing: all that is taught here of it, you have shown."
          />
          <TermSection
            id="untaught"
            title="It asks for, and Underpin does not teach"
            standings={untaught}
            empty="Nothing."
          />
          <SkillsOfPosting standings={standings} level={level} shares={evidence?.shares} />
          <PostingPlan level={level} lessons={lessonsToPlan(missing, lessons)} />
          <PostingText text={read} mentions={mentions} standings={standings} />
          <p className={styles.note}>
            Found by a dictionary of {terms.length} terms, so a term that is not in it is not seen. How to read between
            the lines is in{' '}
            <PathLink href="/learn/career/reading-a-job-description">Reading a job description</PathLink>.
          </p>
        </>
      )}
    </>
  );
}

function summary(all: number, shown: number, missing: number, untaught: number): string {
  if (all === 0) return 'None of the terms that the dictionary knows is in this text. Paste the posting itself.';
  return `${plural(all, 'demand')} found: ${shown} shown, ${missing} not shown yet, ${untaught} not taught here.`;
}
