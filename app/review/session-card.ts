import type { QuestionPage } from '#content/load';
import type { CardMemory } from '#lib/review-schedule';

/** What every card brings along: the browser can tell by itself when it is due and when it comes back. */
type Remembered = {
  memory: CardMemory;
  lapses: number;
  isLeech: boolean;
};

/** A card as the browser gets it. The right options and the answers come with it, as they do with their pages. */
export type SessionCard = Remembered &
  (
    | {
        kind: 'check';
        /** `<lesson>/<check>` */
        item: string;
        lesson: { id: string; title: string; path: string };
        check: {
          id: string;
          questionHtml: string;
          multiple: boolean;
          options: { html: string; correct: boolean; explanationHtml: string }[];
        };
      }
    | {
        kind: 'exercise';
        item: string;
        exercise: { title: string; summary: string; path: string; minutes: number };
        failing: boolean;
      }
    | {
        kind: 'question';
        item: string;
        question: Omit<QuestionPage, 'answerParts'>;
      }
  );

/** What is due and what soon will be, as of a moment of the server's clock. */
export type Deck = {
  asOf: Date;
  cards: SessionCard[];
  /** Not suspended, whenever they come up. */
  active: number;
  /** Of those, in the queue and never asked. */
  new: number;
  nextDueAt: Date | null;
};
