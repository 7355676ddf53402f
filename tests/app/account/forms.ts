import { POST as postForm } from '../../../app/api/account/forms/[form]/route.ts';
import { GET as me } from '../../../app/api/me/route.ts';
import type { FormName } from '../../../app/account/forms/forms.ts';
import type { Browser } from '../browser.ts';

export type Answer = {
  status: number;
  location?: string;
  said?: string | null;
  errors?: Record<string, string>;
  code?: string;
};

/** As the page's script sends a form: fields as a form has them, and JSON for an answer. */
export async function send(browser: Browser, form: FormName, fields: Record<string, string> = {}): Promise<Answer> {
  const response = await browser.call(postForm, `/api/account/forms/${form}`, {
    body: new URLSearchParams(fields).toString(),
    headers: { accept: 'application/json', 'user-agent': 'Firefox', 'x-underpin-peer': '192.0.2.9' },
    params: { form },
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/** As a browser without scripts sends it. */
export function post(browser: Browser, form: FormName, fields: Record<string, string> = {}): Promise<Response> {
  return browser.call(postForm, `/api/account/forms/${form}`, {
    body: new URLSearchParams(fields).toString(),
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    params: { form },
  });
}

export async function whoIs(browser: Browser): Promise<string> {
  const { learner } = (await (await browser.call(me, '/api/me')).json()) as {
    learner: { kind: string; email?: string };
  };
  return learner.email ?? learner.kind;
}

export const ann = { email: 'ann@example.org', password: 'correct horse battery' };
export const ben = { email: 'ben@example.org', password: 'another long password' };
