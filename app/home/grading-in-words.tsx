import { laidOutLate } from '#components/late-layout';
import styles from './home.module.css';

const points = [
  {
    title: 'Your code runs apart from everything else',
    text: 'Each run gets a fresh isolate in a process of its own, without network or files, and a clock that ends it. SQL runs on a real PostgreSQL, on a database made for that run.',
  },
  {
    title: 'Behaviour is judged, never style',
    text: 'Tests call your code and compare what comes back. Any right solution passes, whatever it looks like.',
  },
  {
    title: 'Hidden tests do not stay hidden',
    text: 'Some tests run only when you submit. Once one fails, you see what it did, what it expected and what it got.',
  },
  {
    title: 'A failure has a name',
    text: 'A test failed, your code threw, it does not parse, it took too long or too much memory: the report says which, with the line. When the fault is ours it says so, and nothing counts against you.',
  },
  {
    title: 'The tests are tested',
    text: 'An exercise is published when its reference passes and at least three typical wrong solutions each fail on the test that is about their mistake.',
  },
  {
    title: 'Help is there, and recorded',
    text: 'Hints come one at a time. You can ask for the reference solution whenever you like; the record then says that you saw it first.',
  },
];

export function GradingInWords() {
  return (
    <section className={`page ${styles.section}`} aria-labelledby="grading" {...laidOutLate(60)}>
      <div className={styles.margin}>
        <h2 id="grading">How grading works</h2>
        <p>A verdict is only worth something if you can tell where it comes from.</p>
      </div>
      <dl className={styles.points}>
        {points.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
