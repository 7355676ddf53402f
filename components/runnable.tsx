'use client';
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '#components/button';
import { RunOutput, WrittenOutput } from '#components/runnable-output';
import type { RunAnswer } from '#lib/run-source';
import styles from './runnable.module.css';

// Most readers run a block without changing it, so the editor comes when it is asked for.
const CodeEditor = lazy(() => import('#components/code-editor').then((module) => ({ default: module.CodeEditor })));

type Code = {
  id: string;
  language: 'typescript' | 'python' | 'sql';
  source: string;
  highlightedHtml: string;
  database: string | null;
};

/** A runnable part of a lesson, in the shape that compiled content has. */
export type RunnableSegment =
  (Code & { type: 'run'; output: string | null }) | (Code & { type: 'predict'; questionHtml: string; output: string });

/** Code in a lesson that runs in place and may be changed; with `predict`, after the reader has said what it prints. */
export function Runnable({ segment }: { segment: RunnableSegment }) {
  const { language, database, output } = segment;
  const [source, setSource] = useState(segment.source);
  const [editing, setEditing] = useState(false);
  const [prediction, setPrediction] = useState('');
  const [running, setRunning] = useState(false);
  const [answer, setAnswer] = useState<RunAnswer | null>(null);
  const abort = useRef<AbortController | null>(null);
  const predicts = segment.type === 'predict';
  const mayRun = !running && (!predicts || prediction.trim() !== '');
  const changed = source !== segment.source;

  async function run() {
    if (!mayRun) return;
    abort.current = new AbortController();
    const { signal } = abort.current;
    setRunning(true);
    try {
      const { runSource } = await import('#lib/run-source');
      setAnswer(await runSource({ language, source, ...(database && { database }) }, signal));
    } catch (cause) {
      if (!signal.aborted) {
        console.error('The code could not be sent.', cause);
        const problem = { code: 'offline', status: 0, detail: '', retryAfterMs: null, body: undefined };
        setAnswer({ type: 'problem', problem });
      }
    }
    setRunning(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  }

  function reset() {
    setSource(segment.source);
    setEditing(false);
    setAnswer(null);
  }

  const highlighted = <div className={styles.code} dangerouslySetInnerHTML={{ __html: segment.highlightedHtml }} />;
  return (
    <div
      className={styles.runnable}
      role="group"
      aria-label={predicts ? 'Predict, then run' : 'Code to run'}
      onKeyDown={onKeyDown}
    >
      {predicts && <div className={styles.question} dangerouslySetInnerHTML={{ __html: segment.questionHtml }} />}
      {editing ? (
        <Suspense fallback={highlighted}>
          <CodeEditor
            value={source}
            onChange={setSource}
            label={language === 'sql' ? 'SQL to run' : 'Code to run'}
            grows
            autoFocus
          />
        </Suspense>
      ) : (
        highlighted
      )}
      {predicts && (
        <label className={styles.prediction}>
          What does it print? Write it down before you run it.
          <textarea
            rows={3}
            value={prediction}
            spellCheck={false}
            onChange={(event) => setPrediction(event.target.value)}
          />
        </label>
      )}
      <div className={styles.bar}>
        <Button variant="primary" className={styles.button} aria-disabled={!mayRun} onClick={() => void run()}>
          {running ? 'Running' : predicts && !answer ? 'Run and compare' : 'Run'}
        </Button>
        {running && (
          <Button className={styles.button} onClick={() => abort.current?.abort()}>
            Cancel
          </Button>
        )}
        {!editing && (
          <Button className={styles.button} onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
        {(changed || (editing && !running)) && (
          <Button variant="quiet" className={styles.button} onClick={reset}>
            Back to the original
          </Button>
        )}
        {database && <span className={styles.database}>on the sample database {database}</span>}
      </div>
      <div aria-live="polite" aria-busy={running}>
        {answer && (
          <RunOutput
            answer={answer}
            written={output}
            prediction={predicts && !changed ? prediction : null}
            sql={language === 'sql'}
          />
        )}
      </div>
      {!answer && !predicts && output !== null && (
        <div className={styles.output}>
          <WrittenOutput output={output} sql={language === 'sql'} />
        </div>
      )}
    </div>
  );
}
