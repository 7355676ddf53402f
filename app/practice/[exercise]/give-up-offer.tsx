'use client';
import { useState } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { refreshMe } from '#components/me';
import type { Problem } from '#lib/api-call';
import styles from './give-up-offer.module.css';
import { Modal, ModalActions } from './modal.tsx';

type Props = {
  /** What is to be seen. */
  what: 'solution' | 'findings';
  state: { status: string; problem?: Problem };
  load: (giveUp: boolean) => Promise<void>;
  /** Passed, or asked for before: nothing is lost by looking. */
  free: boolean;
  passed: boolean;
};

const words = {
  solution: { freely: 'Show the solution', kept: 'Your code stays as it is.', goOn: 'Keep trying' },
  findings: { freely: 'Show all findings', kept: 'Your marks stay as they are.', goOn: 'Keep looking' },
};

/** The way to what is shown after a pass: free then, and at the price of half the exercise before. */
export function GiveUpOffer({ what, state, load, free, passed }: Props) {
  const [asking, setAsking] = useState(false);
  const { freely, kept, goOn } = words[what];

  async function giveUp() {
    setAsking(false);
    await load(true);
    await refreshMe();
  }

  return (
    <>
      <Button
        variant="quiet"
        className={styles.ask}
        disabled={state.status === 'loading'}
        onClick={() => (free ? void load(!passed) : setAsking(true))}
      >
        {free ? freely : `Show me the ${what}`}
      </Button>
      {state.problem && <p role="alert">{Object.values(problemWords(state.problem)).join('. ')}</p>}
      <Modal open={asking} title={`See the ${what} before you pass?`} onClose={() => setAsking(false)}>
        <p>
          From then on this exercise counts half in your progress, also when you pass it later. {kept} If a hint is
          left, it may be enough.
        </p>
        <ModalActions>
          <Button onClick={() => void giveUp()}>Show me the {what}</Button>
          <Button variant="primary" onClick={() => setAsking(false)}>
            {goOn}
          </Button>
        </ModalActions>
      </Modal>
    </>
  );
}
