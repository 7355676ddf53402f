import type { z } from 'zod';
import { problem } from './problem.ts';

/** A source of 64 KB whose every character needs an escape of six bytes, and some room for the rest. */
export const bodyBytesMax = 6 * 64 * 1024 + 4096;

/**
 * The body of a request, checked; or the problem to answer with: `too-large`, or `invalid-request` with a message for
 * each field. Reads no more than `bodyBytesMax`, whatever the sender says about its length.
 */
export async function readJson<Value>(request: Request, schema: z.ZodType<Value>): Promise<Value | Response> {
  const text = await readText(request, bodyBytesMax);
  if (text === null) return tooLarge(`A request may be at most ${Math.floor(bodyBytesMax / 1024)} KB.`);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return problem('invalid-request', 'The body is not JSON.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join('.') || 'body'] ??= issue.message;
  const detail = Object.entries(errors).map(([field, message]) => `${field}: ${message}`);
  return problem('invalid-request', detail.join(' '), { errors });
}

export function tooLarge(detail: string): Response {
  return problem('too-large', detail);
}

/** The body as text; null when it is longer than `bytesMax`, of which no more is read. */
export async function readText(request: Request, bytesMax: number): Promise<string | null> {
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
