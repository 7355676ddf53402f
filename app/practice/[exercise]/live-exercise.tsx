'use client';
import dynamic from 'next/dynamic';
import { Button, ButtonLink } from '#components/button';
import { CodeEditor } from '#components/code-editor';
import { isBusy } from '#lib/grading-state';
import { useDraft } from './use-draft.ts';
import { useGrading } from './use-grading.ts';
import styles from './live-exercise.module.css';

type Props = {
  exercise: {
    id: string;
    path: string;
    files: { name: string; starter: string }[];
    visibleTests: string[];
    hiddenTestCount: number;
  };
};

const GradingReport = dynamic(() => import('#components/grading-report').then((module) => module.GradingReport));

/** An exercise small enough for another page: the plain editor, Run, and the report. The code is the workbench's own draft. */
export function LiveExercise({ exercise }: Props) {
  const { id, path, visibleTests, hiddenTestCount } = exercise;
  const file = exercise.files[0]!;
  const { draft, store } = useDraft(id, file.name, file.starter);
  const { grading, start, stop } = useGrading(id);
  const busy = isBusy(grading);
  const run = () => void start('run', { [file.name]: store.snapshot().source });
  return (
    <div
      className={styles.live}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        run();
      }}
    >
      <div className={styles.code}>
        <p className={styles.fileName}>{file.name}</p>
        <CodeEditor value={draft.source} onChange={store.edit} label={file.name} grows />
      </div>
      <div className={styles.results}>
        <GradingReport grading={grading} visibleTests={visibleTests} hiddenTestCount={hiddenTestCount} onStop={stop} />
      </div>
      <div className={styles.actions}>
        <Button variant="primary" aria-disabled={busy} onClick={run}>
          Run
        </Button>
        <ButtonLink href={path}>Open in the workbench</ButtonLink>
      </div>
    </div>
  );
}
