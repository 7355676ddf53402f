'use client';
import { useMe } from '#components/me';
import { Prose } from '#components/prose';
import { GiveUpOffer } from './give-up-offer.tsx';
import type { Solution, SolutionState } from './use-solution.ts';
import styles from './workbench.module.css';

type Props = {
  exercise: string;
  /** The learner's file; of a solution in several languages, its language is shown. */
  fileName: string;
  state: SolutionState;
  load: (giveUp: boolean) => Promise<void>;
};

/** The way to the reference solution: free after a pass, and at the price of half the exercise before. */
export function SolutionOffer({ exercise, fileName, state, load }: Props) {
  const me = useMe();
  const progress = me.status === 'ready' ? me.me.exercises[exercise] : undefined;
  const free = progress?.status === 'passed' || progress?.solutionSeen === true;

  if (state.status === 'seen') return <SolutionView solution={state.solution} fileName={fileName} />;
  return <GiveUpOffer what="solution" state={state} load={load} free={free} passed={progress?.status === 'passed'} />;
}

/** What a reviewer would say, the reference, and other ways to do it. */
export function SolutionView({ solution, fileName }: { solution: Solution; fileName: string }) {
  const ending = /\.\w+$/.exec(fileName)?.[0] ?? '';
  const files = Object.entries(solution.files).filter(([name]) => name.endsWith(ending));
  const alternatives = solution.alternatives.filter(({ name }) => name.endsWith(ending));
  return (
    <div className={styles.solution}>
      <Prose html={solution.afterHtml} size="compact" />
      {files.map(([name, source]) => (
        <Source key={name} title={`Reference solution, ${name}`} source={source} />
      ))}
      {alternatives.map(({ name, source }) => (
        <Source key={name} title={`Another way: ${name.replace(/\.\w+$/, '').replaceAll('-', ' ')}`} source={source} />
      ))}
    </div>
  );
}

function Source({ title, source }: { title: string; source: string }) {
  return (
    <details className={styles.source}>
      <summary>{title}</summary>
      <pre tabIndex={0} aria-label={title} role="group">
        {source.trimEnd()}
      </pre>
    </details>
  );
}
