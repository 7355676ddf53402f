import { notFound } from 'next/navigation';
import { cache } from 'react';
import { mockOf, type Mock } from '#db/mocks';
import { database } from '../../database.ts';
import { currentLearner } from '../../learner.ts';

/** The mock that a page is about. For anybody but its learner there is no such page. */
export const ownMock = cache(async (mockId: string): Promise<Mock> => {
  const learner = await currentLearner();
  const mock = learner && (await mockOf(database(), learner.learnerId, mockId));
  if (!mock) notFound();
  return mock;
});
