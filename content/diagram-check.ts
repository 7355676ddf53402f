import { ContentError } from './content-error.ts';
import { diagramFault } from './diagram-fault.ts';

/** Throws a ContentError unless every word of every line, and every arrow, of `source` is in the drawn `svg`. */
export function checkDiagram(at: string, source: string, svg: string): void {
  const fault = diagramFault(source, svg);
  if (fault) throw new ContentError(at, fault.problem, fault.remedy);
}
