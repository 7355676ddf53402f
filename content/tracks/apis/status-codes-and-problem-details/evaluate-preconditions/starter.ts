type ConditionalRequest = {
  method: string;
  /** With its quotes; null when nothing exists. */
  etag: string | null;
  ifMatch?: string;
  ifNoneMatch?: string;
};

export function evaluatePreconditions(request: ConditionalRequest): 304 | 412 | 'proceed' {
  return request.ifNoneMatch === request.etag ? 304 : 'proceed';
}
