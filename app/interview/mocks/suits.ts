import type { Db } from '#db/client';
import { lessonsOf } from '#db/lessons';
import { mockRowsOf } from '#db/mocks';
import { hintsBeforePassOf, progressOf } from '#db/progress';
import { roundKindSchema, type MockKind, type MockPart } from '#lib/mock';
import { evidenceOf } from '../../progress/evidence.ts';
import { material } from '../../progress/material.ts';
import { formula, readinessOf, skills, type Level, type Readiness } from '../../progress/readiness.ts';
import { taskIdOf } from './draw.ts';
import { latelyMocks, type Suits } from './suited-seed.ts';

const weakSkillsMax = 3;

/** What a mock for this learner had better have, and what not. Null is somebody who has done nothing yet. */
export async function suitsOf(
  db: Db,
  learnerId: string | null,
  { kind, level }: { kind: MockKind; level: Level },
): Promise<Suits> {
  if (learnerId === null) return { weakSkills: [], lately: new Map(), passed: new Set() };
  const progress = await progressOf(db, learnerId);
  const evidence = evidenceOf(await lessonsOf(db, learnerId), progress, await hintsBeforePassOf(db, learnerId));
  return {
    weakSkills: weakSkills(readinessOf(material(), evidence), level),
    lately: latelyDrawn(await mockRowsOf(db, learnerId), kind),
    passed: new Set(progress.filter(({ status }) => status === 'passed').map(({ exerciseId }) => exerciseId)),
  };
}

/** What the last mocks with a round of this kind had, `mocks` being the newest first; of a day, each of its rounds does so. */
export function latelyDrawn(mocks: readonly { parts: MockPart[] }[], kind: MockKind): Map<string, number> {
  const lately = new Map<string, number>();
  for (const round of kind === 'loop' ? roundKindSchema.options : [kind]) {
    const drawn = mocks
      .map(({ parts }) => parts.filter((part) => part.round === round))
      .filter((parts) => parts.length > 0)
      .slice(0, latelyMocks);
    for (const [index, parts] of drawn.entries()) {
      for (const id of parts.map(taskIdOf)) lately.set(id, Math.min(index + 1, lately.get(id) ?? Infinity));
    }
  }
  return lately;
}

/** The skills furthest below what a level asks of each. */
export function weakSkills({ levels }: Readiness, level: Level): string[] {
  const { skills: bySkill } = levels[level];
  return skills
    .filter((skill) => (bySkill[skill].share ?? 1) < formula.readySkillShare)
    .sort((a, b) => bySkill[a].share! - bySkill[b].share!)
    .slice(0, weakSkillsMax);
}
