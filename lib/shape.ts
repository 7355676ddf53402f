/** Asks of a value from outside whether it is what we take it for. For pages that zod would weigh more than all else of. */
export type Is<Value> = (value: unknown) => value is Value;

export function isObjectOf<Value extends object>(fields: { [Name in keyof Value]-?: Is<Value[Name]> }): Is<Value> {
  const names = Object.keys(fields) as (keyof Value & string)[];
  return (value): value is Value =>
    isObject(value) && names.every((name) => fields[name]((value as Record<string, unknown>)[name]));
}

export function isListOf<Value>(is: Is<Value>): Is<Value[]> {
  return (value): value is Value[] => Array.isArray(value) && value.every(is);
}

export function isOneOf<const Value>(known: readonly Value[]): Is<Value> {
  return (value): value is Value => (known as readonly unknown[]).includes(value);
}

export function isRecordOf<Value>(is: Is<Value>): Is<Record<string, Value>> {
  return (value): value is Record<string, Value> => isObject(value) && Object.values(value).every(is);
}

export function isNullOr<Value>(is: Is<Value>): Is<Value | null> {
  return (value): value is Value | null => value === null || is(value);
}

export function isMissingOr<Value>(is: Is<Value>): Is<Value | undefined> {
  return (value): value is Value | undefined => value === undefined || is(value);
}

export const isString: Is<string> = (value): value is string => typeof value === 'string';
export const isNumber: Is<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);
export const isBoolean: Is<boolean> = (value): value is boolean => typeof value === 'boolean';

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
