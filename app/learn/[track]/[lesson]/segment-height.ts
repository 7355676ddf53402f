import { textHeightRem } from '#components/late-layout';
import type { Segment } from '#content/load';

/** How high a part of a lesson is on a phone, guessed from its text: what `laidOutLate` asks for. */
export function segmentHeightRem(segment: Segment): number {
  switch (segment.type) {
    case 'html':
      return textHeightRem(segment.html) + drawingHeightRem * (segment.html.match(/<svg/g)?.length ?? 0);
    case 'check':
      return segment.options.reduce(
        (sum, option) => sum + textHeightRem(option.html),
        frameHeightRem + textHeightRem(segment.questionHtml),
      );
    case 'predict':
      return 2 * frameHeightRem + textHeightRem(segment.questionHtml) + codeHeightRem(segment.source);
    case 'run':
      return frameHeightRem + codeHeightRem(segment.source) + outputLineRem * (segment.output ?? '').split('\n').length;
  }
}

const drawingHeightRem = 30;
/** Labels, buttons and what surrounds them. */
const frameHeightRem = 9;

/** A line of output may be a row of a table. */
const outputLineRem = 2.4;

/** Code does not wrap. */
const codeHeightRem = (code: string): number => code.split('\n').length * 1.5;
