'use client';
import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import type { LearnerFiles } from '#lib/verdict';
import { Results, type ResultsProps } from './results.tsx';
import { TabList } from './tab-list.tsx';
import styles from './workbench.module.css';

export type ResultsTab = 'tests' | 'requests';

type Props = ResultsProps & {
  tab: ResultsTab;
  onTab: (tab: ResultsTab) => void;
  /** The learner's files as they are now. */
  files: () => LearnerFiles;
};

const RequestConsole = dynamic(() => import('./requests/request-console.tsx').then((module) => module.RequestConsole), {
  loading: () => <p className={styles.wait}>Loading the console</p>,
});

/** What the learner's code does: the tests, and for a service requests of the learner's own beside them. */
export function ResultsPane({ tab, onTab, files, ...results }: Props) {
  const id = useId();
  const { id: exercise, kind } = results.exercise;
  // Loaded when it is first looked at; from then on it keeps what was typed.
  const [seen, setSeen] = useState(false);
  if (tab === 'requests' && !seen) setSeen(true);
  if (kind !== 'http' && kind !== 'lab') return <Results {...results} />;
  return (
    <>
      <TabList<ResultsTab>
        id={id}
        label="What to see"
        className={styles.resultTabs}
        tabs={[
          { name: 'tests', label: 'Tests' },
          { name: 'requests', label: 'Requests' },
        ]}
        active={tab}
        onActive={onTab}
      />
      <div id={`${id}-tests`} role="tabpanel" aria-labelledby={`${id}-tab-tests`} hidden={tab !== 'tests'}>
        <Results {...results} />
      </div>
      <div id={`${id}-requests`} role="tabpanel" aria-labelledby={`${id}-tab-requests`} hidden={tab !== 'requests'}>
        {seen && <RequestConsole exercise={exercise} files={files} onPlace={results.onPlace} />}
      </div>
    </>
  );
}
