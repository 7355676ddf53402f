/** A card as the browser gets it. The right options come with it, as they do with the lesson. */
export type SessionCard =
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
      lapses: number;
      isLeech: boolean;
    }
  | {
      kind: 'exercise';
      item: string;
      exercise: { title: string; summary: string; path: string; minutes: number };
      failing: boolean;
      lapses: number;
      isLeech: boolean;
    };
