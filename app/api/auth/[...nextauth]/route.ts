import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '../../../auth/options.ts';
import { methods } from '../../http/methods.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Sign-in, sign-out and providers' callbacks. The options are read for each request: they hold secrets made at boot. */
function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({ GET: handle, POST: handle });
