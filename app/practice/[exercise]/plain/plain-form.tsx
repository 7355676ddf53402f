import { Button } from '#components/button';
import { languageLabels } from '#components/labels';
import type { ExercisePage } from '#content/load';
import styles from './plain.module.css';

type Props = {
  page: ExercisePage;
  /** What the learner has written so far, by file. */
  drafts: Record<string, { source: string; revision: number }>;
  /** What a file begins with instead of its starter. */
  carried: Partial<Record<string, string>>;
};

/** The exercise as a form that needs no script: one field a file, and a button. */
export function PlainForm({ page: { id, files, submits }, drafts, carried }: Props) {
  const choice = submits === 'one' && files.length > 1;
  return (
    <form method="post" action="/api/submissions/form" className={styles.form}>
      <input type="hidden" name="exercise" value={id} />
      {files.map(({ name, starter }) => {
        const draft = drafts[name];
        const source = draft?.source ?? carried[name] ?? starter;
        return (
          <div key={name} className={styles.field}>
            <label htmlFor={`plain-${name}`}>{name}</label>
            {draft && <input type="hidden" name={`revision:${name}`} value={draft.revision} />}
            <textarea
              id={`plain-${name}`}
              name={`file:${name}`}
              rows={Math.min(40, source.split('\n').length + 4)}
              wrap="off"
              spellCheck={false}
              autoCapitalize="off"
              autoComplete="off"
              defaultValue={source}
            />
          </div>
        );
      })}
      {choice && (
        <p className={styles.choice}>
          <label htmlFor="plain-choice">Hand in the code in</label>{' '}
          <select id="plain-choice" name="choice">
            {files.map(({ name, language }) => (
              <option key={name} value={name}>
                {language ? languageLabels[language] : name}
              </option>
            ))}
          </select>
        </p>
      )}
      <Button variant="primary" type="submit">
        Submit
      </Button>
      <p className={styles.note}>
        Submitting runs all tests, the hidden ones too, and counts as an attempt. It can take a few seconds.
      </p>
    </form>
  );
}
