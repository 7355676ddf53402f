type Policy = { memoryKib: number; passes: number; lanes: number };

export function needsRehash(stored: unknown, policy: Policy): boolean {
  if (typeof stored !== 'string') return true;
  const [empty, algorithm, version, parameters, salt, hash, ...more] = stored.split('$');
  if (empty !== '' || algorithm !== 'argon2id' || version !== 'v=19' || more.length > 0) return true;
  const base64 = /^[A-Za-z0-9+/]+$/;
  if (!base64.test(salt ?? '') || !base64.test(hash ?? '')) return true;
  const pairs = (parameters ?? '').split(',').map((pair) => pair.split('='));
  if (
    pairs.length !== 3 ||
    pairs.some(([, value, ...rest]) => rest.length > 0 || !/^(0|[1-9]\d*)$/.test(value ?? ''))
  ) {
    return true;
  }
  if (
    pairs
      .map(([name]) => name)
      .sort()
      .join() !== 'm,p,t'
  )
    return true;
  const number = (wanted: string) => Number(pairs.find(([name]) => name === wanted)![1]);
  return !(number('m') >= policy.memoryKib && number('t') >= policy.passes && number('p') === policy.lanes);
}
