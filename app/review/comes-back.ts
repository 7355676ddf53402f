import { plural } from '#components/labels';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** When something comes up again, in words: "in 10 minutes", "in 4 hours", "in 8 days", "in 5 months". */
export function comesBack(dueAt: Date, now: Date): string {
  const leftMs = dueAt.getTime() - now.getTime();
  const minutes = Math.ceil(leftMs / minuteMs);
  if (minutes <= 0) return 'now';
  if (minutes < 60) return `in ${plural(minutes, 'minute')}`;
  if (leftMs < dayMs) return `in ${plural(Math.round(leftMs / hourMs), 'hour')}`;
  const days = Math.round(leftMs / dayMs);
  return days < 61 ? `in ${plural(days, 'day')}` : `in ${plural(Math.round(days / 30.4), 'month')}`;
}
