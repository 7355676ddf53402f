import type { SandboxHealth } from '#sandbox/client';
import type { Readiness } from '#sandbox/wire';
import { version } from '../version.ts';
import { age, bytes, count } from './in-words.ts';
import type { Storage } from './storage.ts';

export type Fact = { name: string; value: string; list?: string[]; attention?: string };

const missingWords: Record<string, string> = {
  sandbox: 'the sandbox does not answer',
  children: 'no confined process can take a run',
  postgres: 'PostgreSQL for exercises is not up',
  ending: 'the sandbox is about to end',
};

export function healthFacts(found: SandboxHealth, { ready, missing }: Readiness): Fact[] {
  const web: Fact = {
    name: 'Web process',
    value: `Underpin ${version()} on Node ${process.versions.node}, up for ${age(process.uptime() * 1000)}, ${bytes(process.memoryUsage.rss())} of memory`,
  };
  const grading: Fact = ready
    ? { name: 'Grading', value: 'Ready' }
    : {
        name: 'Grading',
        value: found.state === 'starting' ? 'Starting' : 'Not ready',
        attention: `Submissions wait: ${missing.map((part) => missingWords[part] ?? part).join('; ')}. The log says why.`,
      };
  if (found.state !== 'ready') return [web, grading];
  const { walls, kernelLayer, runtimes, queue } = found.health;
  return [
    web,
    grading,
    {
      name: 'Queue',
      value: `${count(queue.running)} running, ${count(queue.waiting)} waiting`,
    },
    {
      name: 'Walls around learners’ code',
      value: kernelLayer ? 'With a layer of the kernel' : 'Without a layer of the kernel',
      list: walls,
      ...(!kernelLayer && {
        attention: 'Serve nobody but yourself like this; docs/hosting.md says how to get a kernel layer.',
      }),
    },
    { name: 'TypeScript', value: children(runtimes.javascript) },
    {
      name: 'Python',
      value:
        runtimes.python?.state === 'started'
          ? children(runtimes.python)
          : 'Starts with the first exercise that needs it',
    },
    postgres(runtimes.sql ?? {}),
  ];
}

type Status = Record<string, unknown>;

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function children(status: Status = {}): string {
  const [all, idle, crashed] = [number(status.children), number(status.idle), number(status.crashed)];
  const crashes = crashed > 0 ? `; ${count(crashed)} have crashed` : '';
  return `${count(all)} confined ${all === 1 ? 'process' : 'processes'}, ${count(idle)} idle${crashes}`;
}

function postgres(status: Status): Fact {
  const restarts = number(status.restarts);
  const databases = `${count(number(status.ready))} databases ready, ${count(number(status.leased))} in use`;
  return {
    name: 'PostgreSQL for exercises',
    value: status.server === 'running' ? `Running, ${databases}` : 'Not running',
    ...(restarts > 0 && { attention: `It has ended ${count(restarts)} times by itself since the start.` }),
  };
}

/** Below this a backup and the log of a busy day may no longer fit. */
const freeShareMin = 0.1;
const backupMsMax = 7 * 86_400_000;

export function storageFacts(storage: Storage, now: Date): Fact[] {
  const { databaseBytes, logBytes, freeBytes, diskBytes, lastBackup } = storage;
  const scarce = freeBytes < Math.max(freeShareMin * diskBytes, 2 * databaseBytes);
  const since = lastBackup ? now.getTime() - lastBackup.at.getTime() : Infinity;
  return [
    { name: 'Database', value: `${bytes(databaseBytes)}, and ${bytes(logBytes)} in its log` },
    {
      name: 'Disk',
      value: `${bytes(freeBytes)} of ${bytes(diskBytes)} free`,
      ...(scarce && { attention: 'Make room: a full disk stops everything that learners do from being stored.' }),
    },
    {
      name: 'Last backup',
      value: lastBackup ? `${age(since)} ago, ${bytes(lastBackup.bytes)}, ${lastBackup.file}` : 'None that is known of',
      ...(since > backupMsMax && { attention: 'Run npm run backup, best by a timer (docs/hosting.md).' }),
    },
  ];
}
