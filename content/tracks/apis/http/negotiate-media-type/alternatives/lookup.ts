/** Weights by range, looked up from the most specific name of the offer to the least. */
function weights(accept: string) {
  const byRange = new Map<string, number>();
  for (const item of accept.split(',')) {
    const parts = item.split(';').map((part) => part.trim());
    const isWeight = (part: string) => /^q=/i.test(part);
    const weight = parts.find(isWeight);
    byRange.set(
      parts
        .filter((part) => !isWeight(part))
        .map(normalise)
        .join(';'),
      weight === undefined ? 1 : parseFloat(weight.slice(2)),
    );
  }
  return byRange;
}

/** Lower case for everything but the value of a parameter. */
function normalise(part: string) {
  const equals = part.indexOf('=');
  return equals < 0 ? part.toLowerCase() : part.slice(0, equals).toLowerCase() + part.slice(equals);
}

export function quality(accept: string | undefined, mediaType: string) {
  const byRange = weights(accept ?? '*/*');
  const full = mediaType
    .split(';')
    .map((part) => normalise(part.trim()))
    .join(';');
  const essence = full.split(';')[0]!;
  const names = [full, essence, `${essence.split('/')[0]}/*`, '*/*'];
  return names.map((name) => byRange.get(name)).find((weight) => weight !== undefined) ?? 0;
}

export function negotiate(accept: string | undefined, offers: string[]) {
  const ranked = offers
    .map((offer) => ({ offer, q: quality(accept, offer) }))
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q);
  return ranked[0]?.offer ?? null;
}
