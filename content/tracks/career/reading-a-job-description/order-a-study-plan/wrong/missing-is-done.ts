// caught by: refuses a need that is not in the list, and names it
type Gap = { topic: string; weight: number; hours: number; needs: string[] };
type Step = { topic: string; week: number };

export function planWeeks(gaps: Gap[], hoursAWeek: number): Step[] {
  const left = new Map(gaps.map((gap) => [gap.topic, gap]));
  for (const need of gaps.flatMap(({ needs }) => needs)) {
    if (!left.has(need)) continue;
  }
  const plan: Step[] = [];
  let hours = 0;
  while (left.size > 0) {
    const free = [...left.values()].filter(({ needs }) => !needs.some((need) => left.has(need)));
    if (free.length === 0) throw new Error(`"${topicInCircle(left)}" needs itself in the end`);
    const next = free.reduce((best, gap) => (comesBefore(gap, best) ? gap : best));
    left.delete(next.topic);
    hours += next.hours;
    plan.push({ topic: next.topic, week: Math.ceil(hours / hoursAWeek) });
  }
  return plan;
}

function comesBefore(a: Gap, b: Gap): boolean {
  const [x, y] = [a.weight / a.hours, b.weight / b.hours];
  return x === y ? a.topic < b.topic : x > y;
}

/** Everything that is left needs something that is left, so following needs must come round. */
function topicInCircle(left: Map<string, Gap>): string {
  const met = new Set<string>();
  let [topic = ''] = left.keys();
  while (!met.has(topic)) {
    met.add(topic);
    topic = left.get(topic)!.needs.find((need) => left.has(need))!;
  }
  return topic;
}
