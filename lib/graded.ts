/** A text is never graded: its writer scores it, so it is neither passed nor evidence of anything. */
export function isGraded({ kind }: { kind: string }): boolean {
  return kind !== 'write';
}
