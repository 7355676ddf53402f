import type { Db } from '#db/client';
import { lessonsOf } from '#db/lessons';
import { mockRowsOf } from '#db/mocks';
import { hintsBeforePassOf, progressOf } from '#db/progress';
import { evidenceOf } from '../../progress/evidence.ts';
import { material } from '../../progress/material.ts';
import { formula, readinessOf, skills, type Level, type Readiness } from '../../progress/readiness.ts';
import type { Suits } from './draw.ts';

const latelyMocks = 5;
const weakSkillsMax = 3;

/** What a mock for this learner had better have, and what not. Null is somebody who has done nothing yet. */
export async function suitsOf(db: Db, learnerId: string | null, level: Level): Promise<Suits> {
  if (learnerId === null) return { weakSkills: [], lately: new Set(), passed: new Set() };
  const progress = await progressOf(db, learnerId);
  const evidence = evidenceOf(await lessonsOf(db, learnerId), progress, await hintsBeforePassOf(db, learnerId));
  const parts = (await mockRowsOf(db, learnerId)).slice(0, latelyMocks).flatMap((mock) => mock.parts);
  return {
    weakSkills: weakSkills(readinessOf(material(), evidence), level),
    lately: new Set(parts.map((part) => (part.type === 'exercise' ? part.exerciseId : part.questionId))),
    passed: new Set(progress.filter(({ status }) => status === 'passed').map(({ exerciseId }) => exerciseId)),
  };
}

/** The skills furthest below what a level asks of each. */
export function weakSkills({ levels }: Readiness, level: Level): string[] {
  const { skills: bySkill } = levels[level];
  return skills
    .filter((skill) => (bySkill[skill].share ?? 1) < formula.readySkillShare)
    .sort((a, b) => bySkill[a].share! - bySkill[b].share!)
    .slice(0, weakSkillsMax);
}
