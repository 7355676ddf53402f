'use client';
import { languageLabels } from '#components/labels';
import { Segments } from '#components/segments';
import type { Draft } from './use-drafts.ts';
import { TabList } from './tab-list.tsx';
import type { WorkbenchFile } from './workbench-exercise.ts';
import styles from './workbench.module.css';

type Props = {
  id: string;
  files: WorkbenchFile[];
  drafts: Draft[];
  submits: 'one' | 'all';
  active: WorkbenchFile;
  onChoose: (name: string) => void;
};

/** What is in the editor: one file, a choice of languages, or the tabs of files that are handed in together. */
export function FileChoice({ id, files, drafts, submits, active, onChoose }: Props) {
  if (files.length === 1) return <h2 className={styles.fileName}>{active.name}</h2>;
  if (submits === 'one') {
    return (
      <>
        <h2 className={styles.fileName}>{active.name}</h2>
        <Segments
          legend="Language"
          options={files.map(({ name, language }) => ({ value: name, label: languageLabels[language] }))}
          value={active.name}
          onChange={onChoose}
        />
      </>
    );
  }
  return (
    <TabList
      id={id}
      label="Files"
      className={styles.fileTabs}
      tabs={files.map(({ name }, index) => ({
        name,
        label: (
          <>
            {name}
            {name !== active.name && drafts[index]?.draft.other && <span className={styles.mark}>two versions</span>}
          </>
        ),
      }))}
      active={active.name}
      onActive={onChoose}
    />
  );
}
