// caught by: keeps an empty line inside the body
type HttpRequest = {
  method: string;
  target: string;
  version: string;
  fields: [name: string, value: string][];
  body: string;
};

function refusal(status: number, message: string): Error {
  return Object.assign(new Error(message), { status });
}

function parseRequestLine(line: string) {
  const [, method, target, version] = /^([^ ]+) ([^ ]+) (HTTP\/\d\.\d)$/.exec(line) ?? [];
  if (!method || !target || !version) throw refusal(400, 'The request line is not "method target version".');
  if (!version.startsWith('HTTP/1.')) throw refusal(505, `${version} is not spoken here.`);
  return { method, target, version };
}

function parseField(line: string): [name: string, value: string] {
  const [, name, value] = /^([^:\s]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw refusal(400, `"${line}" is not a field.`);
  return [name.toLowerCase(), value];
}

export function parseRequest(text: string): HttpRequest {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd === -1) throw refusal(400, 'The fields do not end with an empty line.');
  const [requestLine = '', ...fieldLines] = text.slice(0, headEnd).split('\r\n');

  const line = parseRequestLine(requestLine);
  const fields = fieldLines.map(parseField);
  const valuesOf = (name: string) => fields.filter(([other]) => other === name).map(([, value]) => value);

  const hosts = valuesOf('host').length;
  if (hosts > 1 || (hosts === 0 && line.version === 'HTTP/1.1'))
    throw refusal(400, `${hosts} Host fields instead of one.`);

  const lengths = valuesOf('content-length');
  if (lengths.length > 1) throw refusal(400, 'More than one Content-Length.');
  const [length = '0'] = lengths;
  if (!/^\d+$/.test(length)) throw refusal(400, `"${length}" is not a length.`);

  const rest = text.split('\r\n\r\n')[1] ?? '';
  if (text.length - headEnd - 4 < Number(length)) throw refusal(400, 'The body is shorter than Content-Length says.');
  return { ...line, fields, body: rest.slice(0, Number(length)) };
}
