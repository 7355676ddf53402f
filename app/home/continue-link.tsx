'use client';

import { ButtonLink } from '#components/button';
import { useMe } from '#components/me';
import { nextStep, type Step } from '#components/next-step';

/** The way in for newcomers becomes the way on for those who return; one place, so that nothing moves. */
export function ContinueLink({ steps }: { steps: Step[] }) {
  const state = useMe();
  const next = nextStep(steps, state.status === 'ready' ? state.me : null);
  if (next.reason === 'finished') {
    return (
      <ButtonLink href="/progress" variant="primary">
        See what you have done
      </ButtonLink>
    );
  }
  return (
    <ButtonLink href={next.step.path} variant="primary">
      {next.reason === 'start' ? 'Start with the first lesson' : `${words[next.reason]}: ${next.step.title}`}
    </ButtonLink>
  );
}

const words = { continue: 'Continue', next: 'Next' } as const;
