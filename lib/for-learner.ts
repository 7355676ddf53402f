/** Says whose work a request carries. A server that knows the sender as somebody else refuses it. */
export const forLearnerHeader = 'x-underpin-learner';

/** The owner of what was done before anybody was known: it becomes the work of whoever the browser is next known as. */
export const nobodyYet = 'nobody-yet';

/** The same request, refused unless it arrives as `owner`'s. */
export function forLearner(owner: string, init: RequestInit): RequestInit {
  if (owner === nobodyYet) return init;
  const headers = new Headers(init.headers);
  headers.set(forLearnerHeader, owner);
  return { ...init, headers };
}
