import type { Exchange } from '#lib/verdict';
import type { ServiceAnswer, ServiceRequest } from '../javascript/protocol.ts';
import { shorten } from '../literal.ts';
import type { SentByService } from './service-database.ts';

const bodyCharsMax = 8 * 1024;
const headerCharsMax = 1024;
const headersMax = 50;
const statementsMax = 50;

/** Put together as a server does it: `//` is a path like any other, and no host. */
export const urlOf = (path: string): string => new URL(`http://localhost${path}`).href;

/** One request as it is kept with a verdict: bounded, so that a page can show it and a row can hold it. */
export function exchangeOf(request: ServiceRequest, answer: ServiceAnswer | null, sent: SentByService[]): Exchange {
  const { pathname, search } = new URL(request.url);
  return {
    request: {
      method: request.method,
      path: pathname + search,
      headers: boundedHeaders(request.headers),
      body: shorten(request.body, bodyCharsMax),
    },
    response:
      answer?.kind !== 'response'
        ? null
        : { status: answer.status, headers: boundedHeaders(answer.headers), body: shorten(answer.body, bodyCharsMax) },
    statements: sent.slice(0, statementsMax).map(({ text, parameters, rowCount, error }) => ({
      text: shorten(text, 2000),
      parameters: parameters.slice(0, 30),
      rowCount,
      ...(error !== undefined && { error }),
    })),
  };
}

function boundedHeaders(headers: [string, string][]): [string, string][] {
  return headers.slice(0, headersMax).map(([name, value]) => [shorten(name, 200), shorten(value, headerCharsMax)]);
}
