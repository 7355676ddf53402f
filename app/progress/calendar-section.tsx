import { DataTable } from '#components/data-table';
import { Figure, Figures } from '#components/figures';
import { plural } from '#components/labels';
import type { Calendar, DayCount } from './calendar.ts';
import { dayWriter, type Day } from './days.ts';
import styles from './calendar.module.css';
import type { Streak } from './streak.ts';

const stepPx = 13;
const leftPx = 30;
const topPx = 18;

type Props = {
  calendar: Calendar;
  /** The languages of the reader, for the dates. */
  locales: string[];
};

/** The streak in words, and a year of days: drawn for the eye, and as a table for everybody else. */
export function CalendarSection({ calendar, locales }: Props) {
  const { streak, longest, activeDays, total, zone } = calendar;
  return (
    <>
      <Figures>
        <Figure label="Streak">{plural(streak.length, 'day')}</Figure>
        <Figure label="Longest in a year">{plural(longest, 'day')}</Figure>
        <Figure label="Active in a year">{plural(activeDays, 'day')}</Figure>
      </Figures>
      <p className={styles.state}>{stateWords(streak)}</p>
      <div
        className={`${styles.scroll} ${styles.newestFirst}`}
        role="group"
        aria-label="Calendar of a year, scrolls sideways"
        tabIndex={0}
      >
        <Drawing calendar={calendar} locales={locales} />
      </div>
      <p className={styles.note}>
        {plural(total, 'thing')} counted: submissions, answers to questions, and lessons marked as done. The larger a
        square, the more there were on that day. A day counts towards the streak when there is at least one. One missed
        day between two such days is forgiven and not counted; two missed in a row end the streak. Days are those of the
        time zone {zone.replaceAll('_', ' ')}.
      </p>
      <details className={styles.asTable}>
        <summary>The same as a table</summary>
        <DayTable calendar={calendar} locales={locales} />
      </details>
    </>
  );
}

export function stateWords({ length, forgiven, activeToday, endsToday }: Streak): string {
  const missed = forgiven > 0 ? ` ${plural(forgiven, 'missed day is', 'missed days are')} forgiven.` : '';
  if (length === 0) return 'No streak at the moment. It begins with the next thing you do.';
  if (activeToday) return `Today counts.${missed}`;
  if (endsToday) return `You missed yesterday. Anything you do today forgives it and keeps the streak.${missed}`;
  return `Nothing counted today yet; the day is not over.${missed}`;
}

function Drawing({ calendar: { weeks, activeDays, total }, locales }: Props) {
  const dateWords = dayWriter(locales, { dateStyle: 'medium' });
  const weekdays = weekdaysIn(weeks, dayWriter(locales, { weekday: 'short' }));
  const months = weeks.map(({ monday }) => monday).map(dayWriter(locales, { month: 'short' }));
  const width = leftPx + weeks.length * stepPx;
  const height = topPx + 7 * stepPx;
  const max = Math.max(1, ...weeks.flatMap(({ days }) => days.map((day) => day?.total ?? 0)));
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`A year of days: ${plural(total, 'thing')} on ${plural(activeDays, 'day')}. The table below has the numbers.`}
    >
      {[0, 2, 4].map((weekday) => (
        <text key={weekday} x={0} y={topPx + weekday * stepPx + 10}>
          {weekdays[weekday]}
        </text>
      ))}
      {weeks.map(({ monday, days }, week) => (
        <g key={monday} transform={`translate(${leftPx + week * stepPx} 0)`}>
          {beginsMonth(months, week) && (
            <text x={0} y={10}>
              {months[week]}
            </text>
          )}
          {days.map(
            (day, weekday) =>
              day && (
                <Square key={day.day} day={day} weekday={weekday} max={max} title={dayWords(day, dateWords(day.day))} />
              ),
          )}
        </g>
      ))}
    </svg>
  );
}

/** Four sizes and as many strengths of colour, so that neither has to be told apart alone. */
function Square({ day, weekday, max, title }: { day: DayCount; weekday: number; max: number; title: string }) {
  const step =
    day.total === 0 ? 0 : Math.min(4, 1 + Math.floor((3 * Math.log1p(day.total)) / Math.log1p(Math.max(max, 8))));
  const sizePx = [3, 5, 7, 9, 11][step]!;
  const offset = (11 - sizePx) / 2;
  return (
    <rect x={offset} y={topPx + weekday * stepPx + offset} width={sizePx} height={sizePx} data-step={step}>
      <title>{title}</title>
    </rect>
  );
}

/** One row a week that has something in it; a year of empty weeks says nothing to anybody. */
function DayTable({ calendar: { weeks }, locales }: Props) {
  const dateWords = dayWriter(locales, { dateStyle: 'medium' });
  const filled = weeks.filter(({ days }) => days.some((day) => (day?.total ?? 0) > 0)).toReversed();
  if (filled.length === 0) return <p className={styles.note}>Nothing in the last year yet.</p>;
  return (
    <>
      <p className={styles.note}>Submissions, answers and lessons done by day; weeks without any are left out.</p>
      <DataTable
        label="Table of days"
        columns={['Week of', ...weekdaysIn(weeks, dayWriter(locales, { weekday: 'long' }))]}
      >
        {filled.map(({ monday, days }) => (
          <tr key={monday}>
            <th scope="row">{dateWords(monday)}</th>
            {days.map((day, weekday) => (
              <td key={weekday}>{day === null ? '' : day.total}</td>
            ))}
          </tr>
        ))}
      </DataTable>
    </>
  );
}

function dayWords({ submissions, answers, lessons, total }: DayCount, date: string): string {
  if (total === 0) return `${date}: nothing`;
  const parts = [
    submissions > 0 && plural(submissions, 'submission'),
    answers > 0 && plural(answers, 'answer'),
    lessons > 0 && `${plural(lessons, 'lesson')} done`,
  ];
  return `${date}: ${parts.filter((part) => part !== false).join(', ')}`;
}

/** Monday to Sunday, as any week names them. */
function weekdaysIn([week]: Calendar['weeks'], weekdayWords: (day: Day) => string): string[] {
  return week ? week.days.map((_day, offset) => weekdayWords(week.monday + offset)) : [];
}

function beginsMonth(months: string[], week: number): boolean {
  // Not in the last column, where there is no room for the name.
  return week > 0 && week < months.length - 1 && months[week - 1] !== months[week];
}
