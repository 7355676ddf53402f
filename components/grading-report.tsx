'use client';
import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { Verdict } from '#components/grading-verdict';
import { problemWords, quietWords, verdictWords, whenWords } from '#components/grading-words';
import type { TestGroup } from '#components/test-groups';
import { TestReport } from '#components/test-report';
import { isBusy, keptWords, withdrawnWords, type Grading } from '#lib/grading-state';
import { quietVerdict } from '#lib/quiet-verdict';
import type { Place } from '#lib/verdict';
import styles from './grading-report.module.css';

type Props = {
  grading: Grading;
  visibleTests: string[];
  hiddenTestCount: number;
  /** What a test is, where its name alone would not say. */
  testUnit?: string | undefined;
  testGroups?: TestGroup[] | undefined;
  /** Shows no list of tests, only the first that does not pass. */
  quiet?: boolean;
  onStop: () => void;
  onPlace?: (place: Place) => void;
  /** What stands before the first run. */
  children?: ReactNode;
  /** What comes next after a verdict. */
  next?: ReactNode;
};

/** A run from the first event to the verdict: progress, the banner, and the tests as they come in. */
export function GradingReport({
  grading: given,
  visibleTests,
  hiddenTestCount,
  testUnit,
  testGroups,
  quiet = false,
  onStop,
  onPlace,
  children,
  next,
}: Props) {
  const failure = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const grading = quiet ? quieted(given) : given;
  const { phase, mode, tests, isLate } = grading;
  const ended = phase.name === 'done' || phase.name === 'refused';

  // A submit ends with news, and the focus goes to it. A run leaves the cursor where the learner is typing.
  useEffect(() => {
    if (ended && mode === 'submit' && !isLate) (failure.current ?? heading.current)?.focus();
  }, [ended, mode, isLate]);

  const unfinished = quiet ? [] : waitingNames(grading, visibleTests);
  const listed = tests.length + unfinished.length > 0;
  const hidden = mode === 'run' && listed && !quiet ? hiddenTestCount : 0;
  return (
    <div className={styles.report}>
      <p className="visually-hidden" role="status">
        {announcement(grading, quiet)}
      </p>
      {phase.name === 'idle' && children}
      {isBusy(grading) && <Progress grading={grading} onStop={onStop} />}
      {phase.name === 'stopped' && <p className={styles.progress}>{stoppedWords[mode]}</p>}
      {phase.name === 'kept' && <Kept words={keptWords[phase.reason]} onStop={onStop} />}
      {phase.name === 'withdrawn' && <p className={styles.progress}>{withdrawnWords}</p>}
      {phase.name === 'refused' && <Refused grading={grading} heading={heading} />}
      {phase.name === 'done' && (
        <Verdict
          verdict={phase.verdict}
          mode={mode}
          words={quiet ? quietWords(phase.verdict, mode) : undefined}
          heading={heading}
          onPlace={onPlace}
        >
          {next}
        </Verdict>
      )}
      <TestReport
        key={grading.count}
        tests={tests}
        waiting={unfinished}
        unit={testUnit}
        groups={testGroups}
        hiddenTestCount={hidden}
        onPlace={onPlace}
        firstFailure={failure}
      />
    </div>
  );
}

/** A verdict that was stored comes with all its tests, one that the server streams without. */
function quieted(grading: Grading): Grading {
  if (grading.phase.name !== 'done') return { ...grading, tests: [], testCount: null };
  const verdict = quietVerdict(grading.phase.verdict);
  return { ...grading, phase: { name: 'done', verdict }, tests: verdict.status === 'unavailable' ? [] : verdict.tests };
}

function Progress({ grading: { phase, tests, testCount }, onStop }: { grading: Grading; onStop: () => void }) {
  return (
    <div className={styles.progress}>
      <progress
        className={styles.bar}
        aria-label="Progress of the tests"
        max={testCount || 1}
        value={phase.name === 'running' && testCount ? tests.length : undefined}
      />
      <span className={styles.words}>{phaseWords(phase, tests.length, testCount)}</span>
      <button type="button" className={styles.stop} onClick={onStop}>
        Cancel
      </button>
    </div>
  );
}

function Kept({ words, onStop }: { words: string; onStop: () => void }) {
  return (
    <div className={styles.progress}>
      <span className={styles.words}>{words}</span>
      <button type="button" className={styles.stop} onClick={onStop}>
        Take it back
      </button>
    </div>
  );
}

function Refused({ grading, heading }: { grading: Grading; heading: Ref<HTMLHeadingElement> }) {
  if (grading.phase.name !== 'refused') return null;
  const words = problemWords(grading.phase.problem);
  return (
    <div className={styles.refused}>
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.text}</p>
    </div>
  );
}

const stoppedWords = {
  run: 'Cancelled.',
  submit: 'No longer waiting. What you submitted is stored and still graded; its result shows in your progress.',
};

function phaseWords(phase: Grading['phase'], ended: number, testCount: number | null): string {
  switch (phase.name) {
    case 'sending':
      return 'Sending your code';
    case 'queued':
      return `Waiting in line, position ${phase.position}`;
    case 'running':
      return testCount ? `Test ${Math.min(ended + 1, testCount)} of ${testCount}` : 'Running';
    case 'waiting':
      return `${phase.message} This is on our side and is not counted. Sent again ${whenWords(phase.retryAfterMs)}.`;
    case 'recovering':
      return 'The connection was lost. Your submission is stored; asking for its result.';
    default:
      return '';
  }
}

/** Said once a phase; each test that ends is not read out, or nothing else could be heard. */
function announcement({ phase, mode }: Grading, quiet: boolean): string {
  if (phase.name === 'idle') return '';
  if (phase.name === 'running') return 'Running the tests';
  if (phase.name === 'stopped') return stoppedWords[mode];
  if (phase.name === 'kept') return keptWords[phase.reason];
  if (phase.name === 'withdrawn') return withdrawnWords;
  if (phase.name === 'done') return (quiet ? quietWords : verdictWords)(phase.verdict, mode);
  if (phase.name !== 'refused') return phaseWords(phase, 0, null);
  const words = problemWords(phase.problem);
  return `${words.title}. ${words.text}`;
}

function waitingNames({ phase, tests, testCount }: Grading, visibleTests: string[]): string[] {
  if (phase.name === 'done' || phase.name === 'kept' || phase.name === 'withdrawn') return [];
  const count = testCount ?? visibleTests.length;
  const names = Array.from({ length: count }, (_, index) => visibleTests[index] ?? 'Hidden test');
  return names.slice(tests.length);
}
