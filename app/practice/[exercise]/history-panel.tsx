'use client';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { Segments } from '#components/segments';
import { apiCall, type Problem } from '#lib/api-call';
import { DiffView } from './diff-view.tsx';
import { diffRows, diffSummary } from './diff-rows.ts';
import type { HistoryProps } from './history.tsx';
import { reasonWords, versionsSchema } from './history-words.ts';
import { ModalActions } from './modal.tsx';
import styles from './history.module.css';

type Entry = { key: string; source: string; title: string; when: string };
type State = { status: 'loading' } | { status: 'refused'; problem: Problem } | { status: 'ready'; entries: Entry[] };
type View = 'changes' | 'whole';

/** The list of versions beside what has changed since the chosen one. */
export function HistoryPanel({ exercise, fileName, starter, draft, store, inWords, onRestored }: Props) {
  const [state, setState] = useState<State>({ status: 'loading' });
  const [chosen, setChosen] = useState(0);
  const [view, setView] = useState<View>('changes');
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let gone = false;
    const path = `/api/drafts/${exercise}/versions?file=${encodeURIComponent(fileName)}`;
    void apiCall(versionsSchema, path).then((answer) => {
      if (gone) return;
      if (!answer.ok) return setState({ status: 'refused', problem: answer.problem });
      const entries = answer.value.versions.map((version) => ({
        key: String(version.revision),
        source: version.source,
        title: reasonWords(version),
        when: when.format(new Date(version.updatedAt)),
      }));
      const first = { key: 'starter', source: starter, title: 'The starter code', when: 'At the beginning' };
      setState({ status: 'ready', entries: starter === '' ? entries : [...entries, first] });
    });
    return () => void (gone = true);
  }, [exercise, fileName, starter]);

  const entry = state.status === 'ready' ? state.entries[chosen] : undefined;
  const [then, now] = [entry?.source ?? '', draft.source].map((source) => inWords?.(source) ?? source) as [
    string,
    string,
  ];
  const rows = useMemo(() => diffRows(then, now), [then, now]);

  async function restore({ source }: Entry) {
    const refused = await store.restore(source);
    setProblem(refused);
    if (!refused) onRestored();
  }

  if (state.status === 'loading') return <p className={styles.wait}>Loading the history</p>;
  if (state.status === 'refused') return <p role="alert">{Object.values(problemWords(state.problem)).join('. ')}</p>;
  if (!entry) {
    return <p>Nothing is kept yet. A version is kept every few minutes while you write, and each time you hand in.</p>;
  }
  const same = entry.source === draft.source;
  return (
    <div className={styles.history}>
      <ol role="list" className={styles.versions} aria-label="Versions, newest first">
        {state.entries.map(({ key, title, when: time }, index) => (
          <li key={key}>
            <button
              type="button"
              className={styles.version}
              aria-current={index === chosen ? 'true' : undefined}
              onClick={() => setChosen(index)}
            >
              <span className={styles.when}>{time}</span>
              <span className={styles.why}>{title}</span>
            </button>
          </li>
        ))}
      </ol>
      <section className={styles.chosen} aria-label="The chosen version">
        <div className={styles.head}>
          <p role="status">{same ? 'The same as what you have now' : `Since then: ${diffSummary(rows)}`}</p>
          <Segments<View>
            legend="What to see of it"
            options={[
              { value: 'changes', label: 'Changes' },
              { value: 'whole', label: 'Whole' },
            ]}
            value={view}
            onChange={setView}
          />
        </div>
        {view === 'changes' && !same ? (
          <DiffView rows={rows} before="in this version" after="in what you have now" />
        ) : (
          <pre className={styles.whole} tabIndex={0} role="group" aria-label="This version, whole">
            {then}
          </pre>
        )}
        <ModalActions>
          <Button variant="primary" disabled={same} onClick={() => void restore(entry)}>
            Restore this version
          </Button>
        </ModalActions>
        <p className={styles.note}>What you have now goes into the history first, so this can be undone.</p>
        {problem && (
          <p role="alert" className={styles.note}>
            Nothing was restored. {Object.values(problemWords(problem)).join('. ')}
          </p>
        )}
      </section>
    </div>
  );
}

type Props = HistoryProps & { onRestored: () => void };

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
