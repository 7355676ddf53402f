'use client';
import { useEffect, useState } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { refreshMe, useMe } from '#components/me';
import { Prose } from '#components/prose';
import { writeAnswersSchema } from '#lib/answers';
import { countWords } from '#lib/count-words';
import type { AnsweredExercise } from '../answers/answered-exercise.ts';
import { AnswersStatus } from '../answers/answers-status.tsx';
import { NextLinks } from '../answers/next-links.tsx';
import { readAnswers, useAnswers } from '../answers/use-answers.ts';
import { useShownAnswers } from '../answers/use-shown-answers.ts';
import { Rubric } from './rubric.tsx';
import { Section, type SectionOfForm } from './section.tsx';
import styles from './write.module.css';

type Props = {
  exercise: AnsweredExercise;
  write: { sections: SectionOfForm[]; criteria: { id: string; label: string }[]; pointsMax: number };
};

/** A form to write in; then the model answer beside it, and the rubric to score it by. Nobody grades it. */
export function Write({ exercise, write }: Props) {
  const { id } = exercise;
  const { sections, criteria, pointsMax } = write;
  const me = useMe();
  const { value, save, handIn, draft, store } = useAnswers(id, writeAnswersSchema);
  const { state, load } = useShownAnswers(id);
  const [missing, setMissing] = useState<string[]>([]);
  const texts = value?.sections ?? {};
  const progress = me.status === 'ready' ? me.me.exercises[id] : undefined;
  const score = me.status === 'ready' ? me.me.selfScores[id] : undefined;

  // Seen once, the model is there again on every visit.
  const seenBefore = progress?.solutionSeen === true;
  useEffect(() => {
    if (seenBefore) void load(false);
  }, [seenBefore, load]);

  async function compare() {
    const empty = sections.filter((section) => countWords(texts[section.id] ?? '') === 0);
    setMissing(empty.map(({ label }) => label));
    if (empty.length > 0) return document.getElementById(`section-${empty[0]?.id}`)?.focus();
    handIn();
    await load(true);
    await refreshMe();
    document.getElementById('rubric')?.focus();
  }

  const shown = state.status === 'seen' && state.shown.answers?.kind === 'write' ? state.shown.answers : null;
  return (
    <div className={styles.write} data-compared={shown !== null}>
      <p className={styles.intro}>
        Your text is kept as you write. It is not graded: you compare it with a model answer and score it by{' '}
        {criteria.length} criteria, {pointsMax} points in all: {criteria.map(({ label }) => label).join(', ')}.
      </p>
      {sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          text={texts[section.id] ?? ''}
          modelHtml={shown?.model.find((part) => part.id === section.id)?.html ?? null}
          onChange={(text) => {
            setMissing([]);
            save({ sections: { ...texts, [section.id]: text } });
          }}
        />
      ))}
      <div className={styles.foot}>
        {!shown && (
          <Button variant="primary" aria-disabled={state.status === 'loading'} onClick={() => void compare()}>
            Compare with the model answer
          </Button>
        )}
        <AnswersStatus hasHistory draft={draft} store={store} inWords={(source) => inWords(source, sections)} />
        {missing.length > 0 && (
          <p role="alert" className={styles.missing}>
            Nothing is written yet under {missing.join(', ')}. Write a version of your own first.
          </p>
        )}
        {state.status === 'refused' && <p role="alert">{Object.values(problemWords(state.problem)).join('. ')}</p>}
      </div>
      {shown && (
        <>
          <Rubric
            key={score?.scoredAt ?? 'new'}
            exercise={id}
            criteria={shown.criteria}
            pointsMax={pointsMax}
            score={score}
          />
          {state.status === 'seen' && (
            <section className={styles.after} aria-label="Notes">
              <Prose html={state.shown.afterHtml} size="compact" />
              <NextLinks exercise={exercise} />
            </section>
          )}
        </>
      )}
    </div>
  );
}

function inWords(source: string, sections: SectionOfForm[]): string {
  const texts = readAnswers(writeAnswersSchema, source)?.sections ?? {};
  return sections.map(({ id, label }) => `${label}\n${texts[id] ?? ''}`).join('\n\n');
}
