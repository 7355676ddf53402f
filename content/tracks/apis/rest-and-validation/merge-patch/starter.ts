type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export function mergePatch(target: Json, patch: Json): Json {
  return target ?? patch;
}
