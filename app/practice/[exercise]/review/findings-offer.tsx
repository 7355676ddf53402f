'use client';
import { useState } from 'react';
import { Button } from '#components/button';
import { problemWords } from '#components/grading-words';
import { refreshMe } from '#components/me';
import type { ShownState } from '../answers/use-shown-answers.ts';
import { Modal, ModalActions } from '../modal.tsx';

type Props = {
  state: ShownState;
  load: (giveUp: boolean) => Promise<void>;
  /** Passed, or asked for before: nothing is lost by looking. */
  free: boolean;
  passed: boolean;
};

/** The way to all findings: free after a pass, and at the price of half the exercise before. */
export function FindingsOffer({ state, load, free, passed }: Props) {
  const [asking, setAsking] = useState(false);
  if (state.status === 'seen') return null;

  async function giveUp() {
    setAsking(false);
    await load(true);
    await refreshMe();
  }

  return (
    <div>
      <Button
        variant="quiet"
        disabled={state.status === 'loading'}
        onClick={() => (free ? void load(!passed) : setAsking(true))}
      >
        {free ? 'Show all findings' : 'Show me the findings'}
      </Button>
      {state.status === 'refused' && <p role="alert">{Object.values(problemWords(state.problem)).join('. ')}</p>}
      <Modal open={asking} title="See the findings before you pass?" onClose={() => setAsking(false)}>
        <p>
          From then on this exercise counts half in your progress, also when you pass it later. Your marks stay as they
          are. If a hint is left, it may be enough.
        </p>
        <ModalActions>
          <Button onClick={() => void giveUp()}>Show me the findings</Button>
          <Button variant="primary" onClick={() => setAsking(false)}>
            Keep looking
          </Button>
        </ModalActions>
      </Modal>
    </div>
  );
}
