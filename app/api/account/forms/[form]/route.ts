import { NextResponse } from 'next/server';
import { keepFlash } from '../../../../account/flash.ts';
import type { AccountForm, Outcome, Posted } from '../../../../account/forms/form.ts';
import { accountForms, type FormName } from '../../../../account/forms/forms.ts';
import { methods } from '../../../http/methods.ts';
import { problem, rateLimited } from '../../../http/problem.ts';
import { readText, tooLarge } from '../../../http/read-json.ts';

type Context = { params: Promise<{ form: string }> };

/** Every form is a few short fields. */
const formBytesMax = 16 * 1024;

/**
 * Takes what the forms of the account pages send. Without scripts the answer is a redirect, and the page it leads to
 * shows what is wrong; scripts ask for JSON and stay where they are. `methods` has refused what another site sent, which
 * SameSite=Lax would have come without cookies too: no token in the form is needed on top (OWASP Cross-Site Request
 * Forgery Prevention Cheat Sheet, "Fetch Metadata headers").
 */
export const { GET, POST, PUT, PATCH, DELETE } = methods<Context>({
  POST: async (request, { params }) => {
    const { form: name } = await params;
    if (!isForm(name)) return problem('not-found', 'There is no such form.');
    const text = await readText(request, formBytesMax);
    if (text === null) return tooLarge(`A form may be at most ${formBytesMax / 1024} KB.`);
    const posted: Posted = Object.fromEntries(new URLSearchParams(text));
    const form: AccountForm = accountForms[name];
    const outcome = await form.run(posted, request);
    const scripted = request.headers.get('accept')?.includes('application/json') ?? false;
    return scripted ? asJson(name, form, outcome, posted) : asRedirect(name, form, outcome, posted);
  },
});

function isForm(name: string): name is FormName {
  return Object.hasOwn(accountForms, name);
}

async function asJson(name: string, form: AccountForm, outcome: Outcome, posted: Posted): Promise<Response> {
  if ('errors' in outcome) {
    const { code, errors, retryAfterMs } = outcome;
    const detail = errors.form ?? Object.values(errors).join(' ');
    const refusal = problem(code, detail, { errors });
    const waiting = retryAfterMs === undefined ? null : rateLimited(retryAfterMs).headers.get('retry-after');
    if (waiting) refusal.headers.set('retry-after', waiting);
    return refusal;
  }
  // A form that stays on its page shows what is said itself.
  const stays = pathOf(outcome.location) === pathOf(form.page(posted));
  const location = stays ? outcome.location : await asLocation(name, outcome);
  return forgetting(
    outcome,
    NextResponse.json({ location, stays, said: outcome.said ?? null, forget: 'forget' in outcome }),
  );
}

async function asRedirect(name: string, form: AccountForm, outcome: Outcome, posted: Posted): Promise<Response> {
  const location =
    'errors' in outcome
      ? await keepFlash(form.page(posted), { form: name, errors: outcome.errors, values: kept(form, posted) })
      : await asLocation(name, outcome);
  // 303: the page is fetched, and the form is not sent again. A path and not an address: whichever name the browser
  // knows us by stays.
  return forgetting(outcome, new NextResponse(null, { status: 303, headers: { location } }));
}

async function asLocation(name: string, { location, said }: Exclude<Outcome, { errors: unknown }>): Promise<string> {
  return said === undefined ? location : keepFlash(location, { form: name, errors: {}, values: {}, said });
}

function kept(form: AccountForm, posted: Posted): Record<string, string> {
  return Object.fromEntries(form.kept.map((field) => [field, posted[field] ?? '']));
}

function forgetting(outcome: Outcome, response: NextResponse): NextResponse {
  // Only what this origin stored: "cookies" would take those of the whole domain along.
  if ('forget' in outcome) response.headers.set('clear-site-data', '"storage"');
  return response;
}

function pathOf(location: string): string {
  return location.split('?')[0] ?? location;
}
