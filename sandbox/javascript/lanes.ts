export type Lane = 'exploit' | 'others';

/**
 * What is asked of a child is done one after another within a lane. An exploit has a lane of its own while it runs,
 * because the requests that it sends to the service are answered by the same child meanwhile.
 */
export function laneOf(request: { op: string; subject?: string }): Lane {
  return request.op === 'call' && request.subject === 'exploit' ? 'exploit' : 'others';
}
