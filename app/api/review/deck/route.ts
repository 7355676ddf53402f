import { NextResponse } from 'next/server';
import { comingCards, waitingCards } from '#db/review-cards';
import { dueUntil } from '#lib/review-schedule';
import { database } from '../../../database.ts';
import { learnerBy } from '../../../learner.ts';
import { knownItems } from '../../../review/known-items.ts';
import type { Deck } from '../../../review/session-card.ts';
import { sessionCards } from '../../../review/session-cards.ts';
import { refusedAsOthers } from '../../http/meant-for.ts';
import { methods } from '../../http/methods.ts';

/** Two days without a connection are a weekend in the country. */
const aheadMs = 48 * 3_600_000;

/** What is due and what soon will be, with all that is needed to review it without a connection. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    const learner = await learnerBy(request.cookies);
    const others = await refusedAsOthers(request, learner);
    if (others) return others;
    const asOf = new Date();
    if (!learner) return deck({ asOf, cards: [], active: 0, new: 0, nextDueAt: null });
    const { learnerId } = learner;
    const known = knownItems();
    const until = dueUntil(new Date(asOf.getTime() + aheadMs));
    const coming = await comingCards(database(), learnerId, until, asOf, { known });
    return deck({ asOf, cards: sessionCards(coming), ...(await waitingCards(database(), learnerId, known)) });
  },
});

const deck = (all: Deck) => NextResponse.json(all);
