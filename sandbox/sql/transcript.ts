import type pg from 'pg';
import { sqlLimits } from './limits.ts';
import { sqlMessages } from './messages.ts';

export type Transcript = { isFull: () => boolean; close: () => { console: string; notices: string[] } };

/**
 * Writes down what psql would print around the rows: notices and the tag of each command that returned none. Bounded,
 * because a loop raises a million notices in a second.
 */
export function openTranscript(client: pg.Client): Transcript {
  const lines: string[] = [];
  const notices: string[] = [];
  let chars = 0;
  let full = false;
  const add = (line: string) => {
    if (full) return;
    chars += line.length + 1;
    full = lines.length >= sqlLimits.consoleLinesMax || chars > sqlLimits.consoleCharsMax;
    lines.push(full ? sqlMessages.consoleCut : line);
  };
  const onNotice = (notice: { severity?: string | undefined; message?: string | undefined }) => {
    if (!full) notices.push(notice.message ?? '');
    add(`${notice.severity ?? 'NOTICE'}: ${notice.message ?? ''}`);
  };
  // A command that returned rows is shown by its rows.
  let returnedRows = false;
  const onDescription = () => (returnedRows = true);
  const onCommand = ({ text }: { text: string }) => {
    if (!returnedRows) add(text);
    returnedRows = false;
  };
  client.on('notice', onNotice);
  client.connection.on('rowDescription', onDescription);
  client.connection.on('commandComplete', onCommand);
  return {
    isFull: () => full,
    close: () => {
      client.off('notice', onNotice);
      client.connection.off('rowDescription', onDescription);
      client.connection.off('commandComplete', onCommand);
      return { console: lines.join('\n'), notices };
    },
  };
}
