import type { Kind } from '#components/labels';
import type { Platform } from './platform.ts';

export type KeyGroup = { title: string; keys: { does: string; press: string[][] }[] };

/** Every key of the workbench. In `press`, keys of one list are held together, and lists follow one another. */
export function keyMap(kind: Kind, platform: Platform): KeyGroup[] {
  const command = platform === 'apple' ? '⌘' : 'Ctrl';
  const option = platform === 'apple' ? '⌥' : 'Alt';
  const shift = platform === 'apple' ? '⇧' : 'Shift';
  const enter = platform === 'apple' ? '↩' : 'Enter';
  const isService = kind === 'http' || kind === 'lab';
  return [
    {
      title: 'Everywhere',
      keys: [
        { does: 'Run the visible tests', press: [[command, enter]] },
        { does: 'Submit: run all tests', press: [[command, shift, enter]] },
        ...(isService ? [{ does: 'In the request console: send the request', press: [[command, enter]] }] : []),
        { does: 'Show these keys', press: [['?']] },
      ],
    },
    {
      title: 'In the editor',
      keys: [
        { does: 'Leave the editor', press: [['Escape'], ['Tab']] },
        { does: 'Indent, and less', press: [['Tab'], [shift, 'Tab']] },
        { does: 'Find', press: [[command, 'F']] },
        { does: 'Make a comment of the line, or none', press: [[command, '/']] },
        {
          does: 'Move the line',
          press: [
            [option, '↑'],
            [option, '↓'],
          ],
        },
        { does: 'Undo', press: [[command, 'Z']] },
        { does: 'Next problem in the code', press: [[option, 'F8']] },
        { does: 'Everything the editor can do', press: [['F1']] },
      ],
    },
    {
      title: 'Between the panes, on the line itself',
      keys: [
        { does: 'Move it', press: [['←'], ['→']] },
        {
          does: 'Move it further',
          press: [
            [shift, '←'],
            [shift, '→'],
          ],
        },
        { does: 'As far as it goes', press: [['Home'], ['End']] },
        { does: 'Back to where it was at first', press: [[enter]] },
      ],
    },
    { title: 'On a row of tabs', keys: [{ does: 'The next one, and the one before', press: [['→'], ['←']] }] },
  ];
}

/** Pairs that are a choice between two, not one after the other. */
export function joinOf(does: string): 'then' | 'or' {
  return does === 'Leave the editor' ? 'then' : 'or';
}
