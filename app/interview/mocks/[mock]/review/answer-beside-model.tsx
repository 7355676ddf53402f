import { Prose } from '#components/prose';
import type { QuestionPage } from '#content/compiled';
import type { AnswerForm, WrittenAnswer } from '#lib/mock';
import { hasDiagram } from '../written/section-words.ts';
import { answerPairs } from './answer-pairs.ts';
import { OwnDiagram } from './own-diagram.tsx';
import styles from './review.module.css';

type Props = { form: AnswerForm; answer: WrittenAnswer; question: Pick<QuestionPage, 'answerHtml' | 'answerParts'> };

/** What was written and what a good answer says, beside each other. */
export function AnswerBesideModel({ form, answer, question }: Props) {
  return (
    <>
      {answerPairs(form, answer, question).map(({ id, title, own, modelHtml }) => (
        <section key={id} className={styles.pairing} aria-labelledby={`pair-${id}`}>
          <h2 id={`pair-${id}`}>{title}</h2>
          <div className={styles.pair}>
            {own && (
              <div className={styles.own}>
                <h3>Yours</h3>
                {own.map(({ label, text }) => (
                  <div key={label ?? 'text'}>
                    {label && <h4>{label}</h4>}
                    {text.trim() === '' ? (
                      <p className={styles.none}>Nothing written here.</p>
                    ) : (
                      <p className={styles.text}>{text}</p>
                    )}
                  </div>
                ))}
              </div>
            )}
            <div className={styles.model}>
              <h3>Model answer</h3>
              {modelHtml === null ? (
                <p className={styles.none}>The model answer treats this under other headings.</p>
              ) : (
                <Prose html={modelHtml} size="compact" />
              )}
            </div>
          </div>
        </section>
      ))}
      {hasDiagram(form) && (
        <section className={styles.pairing} aria-labelledby="pair-diagram">
          <h2 id="pair-diagram">Your diagram</h2>
          {answer.diagram.trim() === '' ? (
            <p className={styles.none}>Nothing drawn.</p>
          ) : (
            <OwnDiagram source={answer.diagram} />
          )}
        </section>
      )}
    </>
  );
}
