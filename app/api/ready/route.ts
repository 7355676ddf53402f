import { NextResponse } from 'next/server';
import { sandboxReadiness } from '#sandbox/client';
import { methods } from '../http/methods.ts';

/** For load balancers and roll-outs: 503 while a submission would have to wait for something that is not there yet. */
export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async () => {
    const { ready, missing } = await sandboxReadiness();
    return NextResponse.json({ status: ready ? 'ready' : 'not-ready', missing }, { status: ready ? 200 : 503 });
  },
});
