'use client';
import styles from './panes.module.css';
import { TabList } from './tab-list.tsx';

export type PaneName = 'task' | 'editor' | 'results';

type Props = { id: string; active: PaneName; onActive: (pane: PaneName) => void; resultsNews: string };

/** On narrow screens: which pane is seen. `resultsNews` stands beside the word Results. */
export function PaneTabs({ id, active, onActive, resultsNews }: Props) {
  const results = (
    <>
      Results
      {resultsNews && <span className={styles.news}>{resultsNews}</span>}
    </>
  );
  return (
    <TabList<PaneName>
      id={id}
      label="Parts of the workbench"
      className={styles.tabs}
      tabs={[
        { name: 'task', label: 'Task' },
        { name: 'editor', label: 'Code' },
        { name: 'results', label: results },
      ]}
      active={active}
      onActive={onActive}
    />
  );
}
