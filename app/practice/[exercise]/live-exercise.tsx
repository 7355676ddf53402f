'use client';
import dynamic from 'next/dynamic';
import { Button, ButtonLink } from '#components/button';
import { CodeEditor } from '#components/code-editor';
import { languageLabels } from '#components/labels';
import { Segments } from '#components/segments';
import { isBusy } from '#lib/grading-state';
import { useDrafts } from './use-drafts.ts';
import { useFileChoice } from './use-file-choice.ts';
import { useGrading } from './use-grading.ts';
import type { WorkbenchExercise } from './workbench-exercise.ts';
import styles from './live-exercise.module.css';

type Props = {
  exercise: Pick<WorkbenchExercise, 'id' | 'files' | 'visibleTests' | 'hiddenTestCount'>;
  path: string;
};

const GradingReport = dynamic(() => import('#components/grading-report').then((module) => module.GradingReport));

/** An exercise small enough for another page: the plain editor, Run, and the report. The code is the workbench's own draft. */
export function LiveExercise({ exercise, path }: Props) {
  const { id, files, visibleTests, hiddenTestCount } = exercise;
  const drafts = useDrafts(id, files);
  const [index, choose] = useFileChoice(files, 'one');
  const file = files[index]!;
  const { draft, store } = drafts[index]!;
  const { grading, start, stop } = useGrading(id, null);
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
        <div className={styles.head}>
          <p className={styles.fileName}>{file.name}</p>
          {files.length > 1 && (
            <Segments
              legend="Language"
              options={files.map(({ name, language }) => ({ value: name, label: languageLabels[language] }))}
              value={file.name}
              onChange={choose}
            />
          )}
        </div>
        <CodeEditor
          key={file.name}
          value={draft.source}
          onChange={store.edit}
          label={file.name}
          language={file.language}
          grows
        />
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
