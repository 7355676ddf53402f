type Gap = { topic: string; weight: number; hours: number; needs: string[] };
type Step = { topic: string; week: number };

export function planWeeks(gaps: Gap[], hoursAWeek: number): Step[] {
  return gaps.map(({ topic }) => ({ topic, week: 1 }));
}
