import { useEffect, useState, type RefObject } from 'react';
import { Button } from '#components/button';
import { plural } from '#components/labels';
import { comesBack } from './comes-back.ts';
import styles from './review.module.css';

type Props = {
  heading: RefObject<HTMLHeadingElement | null>;
  dueAt: Date;
  left: number;
  serverNow: () => Date;
  onShow: () => void;
  onStop: () => void;
};

/** Nothing is left but cards whose minutes are not over. Nobody has to wait: who wants them sooner gets them. */
export function Pause({ heading, dueAt, left, serverNow, onShow, onStop }: Props) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 10_000);
    return () => clearInterval(timer);
  });
  return (
    <>
      <h2 id="pause" ref={heading} tabIndex={-1}>
        {plural(left, 'card comes', 'cards come')} back within minutes
      </h2>
      <p>
        {dueAt > now ? `The next one comes back ${comesBack(dueAt, now)}.` : 'The next one is due.'} You can wait here,
        come back later, or see it at once.
      </p>
      <div className={styles.foot}>
        <Button variant="primary" onClick={onShow}>
          {dueAt > now ? 'Show it now' : 'Show it'}
        </Button>
        <Button onClick={onStop}>End the session</Button>
      </div>
    </>
  );
}
