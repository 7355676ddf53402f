type HttpRequest = {
  method: string;
  target: string;
  version: string;
  fields: [name: string, value: string][];
  body: string;
};

/** An error that says which status a server would answer with. */
function refusal(status: number, message: string): Error {
  return Object.assign(new Error(message), { status });
}

export function parseRequest(text: string): HttpRequest {
  throw refusal(500, `nothing reads these ${text.length} characters yet`);
}
