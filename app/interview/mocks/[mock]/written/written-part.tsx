'use client';
import { useEffect, useId } from 'react';
import { Prose } from '#components/prose';
import type { QuestionPage } from '#content/compiled';
import { answerForms, type MockPart, type WrittenAnswer } from '#lib/mock';
import { DiagramField } from './diagram-field.tsx';
import { SectionField } from './section-field.tsx';
import { sectionWords } from './section-words.ts';
import { useWritten } from './use-written.ts';
import { WrittenStatus } from './written-status.tsx';
import { answerInWords, answerOf, textOf } from './written-text.ts';
import styles from './written.module.css';

type Props = {
  mockId: string;
  part: Extract<MockPart, { type: 'question' }>;
  /** Its answer stays on the server until the mock is over. */
  question: Pick<QuestionPage, 'title' | 'promptHtml'>;
  answer: WrittenAnswer;
  version: number;
  /** While the mock is paused, and once it is over. */
  disabled: boolean;
};

/** A question that is answered in writing: the form of its kind, kept with every key. */
export function WrittenPart({ mockId, part, question, answer, version, disabled }: Props) {
  const { form } = part;
  const heading = useId();
  const { draft, store, isOver } = useWritten({ mockId, partId: part.id, answer, version });
  const written = answerOf(draft.source);

  // What was typed last is on its way before anything is reviewed.
  useEffect(() => {
    if (disabled) store.flush();
  }, [disabled, store]);

  const save = (change: Partial<WrittenAnswer>) => store.edit(textOf({ ...written, ...change }));
  return (
    <section className={styles.written} aria-labelledby={heading}>
      <header className={styles.question}>
        <h2 id={heading}>{question.title}</h2>
        <Prose html={question.promptHtml} />
      </header>
      <div className={styles.sections} data-many={answerForms[form].length > 1}>
        {answerForms[form].map((section) => (
          <SectionField
            key={section}
            id={`${heading}-${section}`}
            words={sectionWords(form, section)}
            text={written.sections[section] ?? ''}
            disabled={disabled}
            onChange={(text) => save({ sections: { ...written.sections, [section]: text } })}
          />
        ))}
      </div>
      {(form === 'design' || form === 'api') && (
        <DiagramField
          form={form}
          source={written.diagram}
          disabled={disabled}
          onChange={(diagram) => save({ diagram })}
        />
      )}
      <WrittenStatus draft={draft} store={store} isOver={isOver} inWords={(text) => answerInWords(text, form)} />
    </section>
  );
}
