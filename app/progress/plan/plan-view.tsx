import { duration, levelLabels, plural } from '#components/labels';
import { PathLink } from '#components/path-link';
import { dayWriter, isoDay, type Day } from '../days.ts';
import type { CurrentPlan } from './current-plan.ts';
import type { PlanPart } from './plan.ts';
import styles from './plan.module.css';

/** `locales` are the languages of the reader, for the dates. */
export function PlanView({ current, locales }: { current: CurrentPlan; locales: string[] }) {
  const { goal, today, daysLeft, plan, knownCount } = current;
  const dayWords = dayWriter(locales, { weekday: 'short', day: 'numeric', month: 'long' });
  return (
    <section aria-labelledby="plan">
      <h2 id="plan" className={styles.title}>
        {goal.lessonIds ? `${plural(goal.lessonIds.length, 'lesson')} for your job posting` : levelLabels[goal.level]}{' '}
        in {plural(daysLeft, 'day')}, {duration(goal.minutesPerDay)} a day
      </h2>
      <Verdict current={current} dayWords={dayWords} />
      {knownCount > 0 && (
        <p className={styles.note}>
          {plural(knownCount, 'lesson')} below your <PathLink href="/placement">starting point</PathLink> may be left
          out and {knownCount === 1 ? 'is' : 'are'} not in here. Reviews that fall due come on top.
        </p>
      )}
      <ol role="list" className={styles.days}>
        {plan.days.map(({ day, parts }) => (
          <li key={day}>
            <h3>
              <time dateTime={isoDay(day)}>{dayWords(day)}</time>
              {day === today && <span>today</span>}
            </h3>
            <ul role="list">
              {parts.map((part) => (
                <li key={part.item.id}>
                  <PathLink href={part.item.path}>{part.item.title}</PathLink>
                  <span>{partWords(part)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether it fits, in numbers, and what would make it fit. */
function Verdict({ current, dayWords }: { current: CurrentPlan; dayWords: (day: Day) => string }) {
  const { daysLeft, plan, fitting, goal } = current;
  const { neededMinutes, availableMinutes, fits, leftOut, days } = plan;
  const level = levelLabels[goal.level].toLowerCase();
  if (neededMinutes === 0) {
    return (
      <p className={styles.verdict}>
        Nothing is missing: every lesson{goal.lessonIds ? ' of the posting' : ''} and graded exercise up to {level} is
        done.
      </p>
    );
  }
  if (fits) {
    const last = days.at(-1)!.day;
    return (
      <p className={styles.verdict}>
        It fits: {duration(neededMinutes)} are missing and you have {duration(availableMinutes)}. You are through on{' '}
        <time dateTime={isoDay(last)}>{dayWords(last)}</time>.
      </p>
    );
  }
  if (daysLeft === 0) {
    return (
      <p className={styles.verdict} data-short="">
        The days are over, and {duration(neededMinutes)} are still missing: {plural(fitting.days, 'more day')} at{' '}
        {duration(goal.minutesPerDay)} a day. Set a new number of days below.
      </p>
    );
  }
  return (
    <p className={styles.verdict} data-short="">
      It does not fit. {duration(neededMinutes)} are missing and you have {duration(availableMinutes)}, so{' '}
      {plural(leftOut.length, 'item')} at the end {leftOut.length === 1 ? 'is' : 'are'} left over.{' '}
      {fitting.minutesPerDay === null
        ? `No day is long enough for all of it: at ${duration(goal.minutesPerDay)} a day it would fit in ${plural(fitting.days, 'day')}.`
        : `It would fit with ${duration(fitting.minutesPerDay)} a day, or in ${plural(fitting.days, 'day')}.`}{' '}
      The plan below goes as far as it goes.
    </p>
  );
}

function partWords({ item, minutes, isFirst, isLast }: PlanPart): string {
  const kind = item.kind === 'lesson' ? 'Lesson' : 'Exercise';
  if (isFirst && isLast) return `${kind}, ${duration(minutes)}`;
  const how = isFirst ? 'begin' : isLast ? 'finish' : 'go on';
  return `${kind}, ${how}: ${duration(minutes)} of ${duration(item.minutes)}`;
}
