// caught by: takes a link with several relation types for each of them
const link = /<([^>]*)>((?:[ \t]*;[ \t]*[^\s=;,"]+(?:[ \t]*=[ \t]*(?:"(?:\\.|[^"\\])*"|[^\s;,"]+))?)*)/g;
const parameter = /;[ \t]*([^\s=;,"]+)(?:[ \t]*=[ \t]*(?:"((?:\\.|[^"\\])*)"|([^\s;,"]+)))?/g;

/** The relation types of one link, in lower case. */
function relations(parameters: string): string[] {
  for (const [, name = '', quoted, bare] of parameters.matchAll(parameter)) {
    if (name.toLowerCase() !== 'rel') continue;
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    return [value.toLowerCase()];
  }
  return [];
}

export function linkTarget(header: string, rel: string): string | null {
  for (const [, target = '', parameters = ''] of header.matchAll(link)) {
    if (relations(parameters).includes(rel.toLowerCase())) return target;
  }
  return null;
}
