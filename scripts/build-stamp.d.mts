export function buildIsFresh(root: string): boolean;
export function prepareStamp(root: string): { hash: string; write: () => void };
