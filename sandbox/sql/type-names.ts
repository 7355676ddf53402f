import pg from 'pg';

const names = new Map(Object.entries(pg.types.builtins).map(([name, id]) => [Number(id), name.toLowerCase()]));

/** PostgreSQL's short name of a built-in type (`int4`); arrays and types that a schema made are `other`. */
export const typeName = (typeId: number): string => names.get(typeId) ?? 'other';
