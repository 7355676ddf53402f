type Gap = { topic: string; weight: number; hours: number; needs: string[] };

/** Counts the open needs of each topic, and keeps the free ones sorted. */
export function planWeeks(gaps: Gap[], hoursAWeek: number) {
  const open = new Map<string, number>();
  const neededBy = new Map<string, Gap[]>(gaps.map(({ topic }) => [topic, []]));
  for (const gap of gaps) {
    const needs = new Set(gap.needs);
    open.set(gap.topic, needs.size);
    for (const need of needs) {
      const dependants = neededBy.get(need);
      if (!dependants) throw new Error(`unknown topic ${need}`);
      dependants.push(gap);
    }
  }
  const better = (a: Gap, b: Gap) => b.weight * a.hours - a.weight * b.hours || (a.topic < b.topic ? -1 : 1);
  const free = gaps.filter(({ topic }) => open.get(topic) === 0);
  const plan: { topic: string; week: number }[] = [];
  let lastHour = -1;
  while (free.length > 0) {
    const gap = free.sort(better).shift()!;
    open.delete(gap.topic);
    lastHour += gap.hours;
    plan.push({ week: Math.floor(lastHour / hoursAWeek) + 1, topic: gap.topic });
    for (const dependant of neededBy.get(gap.topic)!) {
      const count = open.get(dependant.topic)! - 1;
      open.set(dependant.topic, count);
      if (count === 0) free.push(dependant);
    }
  }
  for (const start of open.keys()) if (reaches(start, start, gaps)) throw new RangeError(`circle through ${start}`);
  return plan;
}

function reaches(from: string, to: string, gaps: Gap[]): boolean {
  const byTopic = new Map(gaps.map((gap) => [gap.topic, gap]));
  const seen = new Set<string>();
  const stack = [...byTopic.get(from)!.needs];
  for (let topic = stack.pop(); topic !== undefined; topic = stack.pop()) {
    if (topic === to) return true;
    if (!seen.has(topic)) stack.push(...byTopic.get(topic)!.needs);
    seen.add(topic);
  }
  return false;
}
