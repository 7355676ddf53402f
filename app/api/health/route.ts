import { NextResponse } from 'next/server';
import { sandboxHealth } from '#sandbox/client';
import { methods } from '../http/methods.ts';

/** For monitors. `degraded` still serves lessons and progress; only grading waits. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async () => {
    const { state } = await sandboxHealth();
    return NextResponse.json({ status: state === 'ready' ? 'ok' : 'degraded', sandbox: state });
  },
});
