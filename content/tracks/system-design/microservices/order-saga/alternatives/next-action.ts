/** Decides the next action from the entries alone, does it, appends, and decides again. */
export async function runSaga(id: string, steps: any[], log: any, retryMs: number) {
  const entries: { step: string; event: string }[] = [...(await log.read())];

  function next() {
    const known = new Set(entries.map(({ step, event }) => `${event} ${step}`));
    const failed = steps.findIndex(({ name }) => known.has(`failed ${name}`));
    if (failed < 0) {
      const step = steps.find(({ name }) => !known.has(`done ${name}`));
      return step && { step, forwards: true };
    }
    for (let i = failed; i >= 0; i--) {
      if (steps[i].compensate && !known.has(`undone ${steps[i].name}`)) return { step: steps[i], forwards: false };
    }
    return undefined;
  }

  for (let action = next(); action; action = next()) {
    const { step, forwards } = action;
    let event = forwards ? 'done' : 'undone';
    for (let settled = false; !settled;) {
      try {
        await (forwards ? step.run : step.compensate)(`${id}/${step.name}`);
        settled = true;
      } catch {
        if (forwards && !step.retry) {
          event = 'failed';
          settled = true;
        } else await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    const entry = { step: step.name, event };
    await log.append(entry);
    entries.push(entry);
  }
  return entries.some(({ event }) => event === 'failed') ? 'undone' : 'done';
}
