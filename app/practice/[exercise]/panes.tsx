'use client';
import { useEffect, useId, useRef, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react';
import { paneSizes, type PaneSize } from './pane-sizes.ts';
import { PaneSeparator } from './pane-separator.tsx';
import { PaneTabs, type PaneName } from './pane-tabs.tsx';
import styles from './panes.module.css';

type Props = {
  task: ReactNode;
  editor: ReactNode;
  results: ReactNode;
  /** Which pane a narrow screen shows; a wide one shows all three. */
  active: PaneName;
  onActive: (pane: PaneName) => void;
  resultsNews: string;
};

/** Three panes: side by side, editor above results where it is narrower, and one at a time on a phone. */
export function Panes({ task, editor, results, active, onActive, resultsNews }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const sizes = useSyncExternalStore(paneSizes.subscribe, paneSizes.snapshot, paneSizes.serverSnapshot);
  const columns = useSyncExternalStore(watchWidth, isWide, () => true);
  const id = useId();

  // A phone scrolls the page as a whole: another pane begins at its top, not where the last one was left.
  useEffect(() => {
    if ((frame.current?.getBoundingClientRect().top ?? 0) < 0) frame.current?.scrollIntoView({ block: 'start' });
  }, [active]);

  const first: PaneSize = columns ? 'task' : 'taskOfTwo';
  const second: PaneSize = columns ? 'results' : 'resultsHeight';
  const style = {
    '--task': `${sizes.task}%`,
    '--task-of-two': `${sizes.taskOfTwo}%`,
    '--results': `${sizes.results}%`,
    '--results-height': `${sizes.resultsHeight}%`,
  } as CSSProperties;
  return (
    <>
      <PaneTabs id={id} active={active} onActive={onActive} resultsNews={resultsNews} />
      <div ref={frame} className={styles.panes} data-panes="" data-active={active} style={style}>
        <section id={`${id}-task`} className={styles.task} aria-label="Task">
          {task}
        </section>
        <PaneSeparator
          className={styles.first}
          label="Width of the task"
          controls={`${id}-task`}
          frame={frame}
          orientation="vertical"
          size={first}
          percent={sizes[first]}
          onResize={paneSizes.set}
        />
        <section id={`${id}-editor`} className={styles.editor} aria-label="Editor" data-needs-scripts="">
          {editor}
        </section>
        <PaneSeparator
          className={styles.second}
          label={columns ? 'Width of the results' : 'Height of the results'}
          controls={`${id}-results`}
          frame={frame}
          orientation={columns ? 'vertical' : 'horizontal'}
          size={second}
          percent={sizes[second]}
          onResize={paneSizes.set}
        />
        <section id={`${id}-results`} className={styles.results} aria-label="Results" data-needs-scripts="">
          {results}
        </section>
      </div>
    </>
  );
}

/** The same width as in panes.module.css. */
const wide = '(min-width: 75rem)';

function watchWidth(changed: () => void) {
  const query = matchMedia(wide);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function isWide() {
  return matchMedia(wide).matches;
}
