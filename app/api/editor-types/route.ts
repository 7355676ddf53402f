import { NextResponse } from 'next/server';
import { methods } from '../http/methods.ts';
import { readServiceTypes } from './declarations.ts';

let known: ReturnType<typeof readServiceTypes> | undefined;

/** What the editor has to know of the modules that a service imports. The same for everybody. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async () => {
    known ??= readServiceTypes(process.cwd());
    return NextResponse.json(known, { headers: { 'cache-control': 'public, max-age=3600' } });
  },
});
