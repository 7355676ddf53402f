// caught by: accepts everything without the header
type MediaRange = { type: string; subtype: string; parameter?: string; q: number };

function parseRange(text: string): MediaRange {
  const [essence = '', ...parts] = text.split(';').map((part) => part.trim());
  const [type = '', subtype = ''] = essence.toLowerCase().split('/');
  const range: MediaRange = { type, subtype, q: 1 };
  for (const part of parts) {
    const [name = '', value = ''] = part.split('=');
    if (name.toLowerCase() === 'q') range.q = Number(value);
    else range.parameter = `${name.toLowerCase()}=${value}`;
  }
  return range;
}

function specificity(range: MediaRange): number {
  if (range.parameter !== undefined) return 3;
  if (range.subtype !== '*') return 2;
  return range.type !== '*' ? 1 : 0;
}

function matches(range: MediaRange, offer: MediaRange): boolean {
  return (
    (range.type === '*' || range.type === offer.type) &&
    (range.subtype === '*' || range.subtype === offer.subtype) &&
    (range.parameter === undefined || range.parameter === offer.parameter)
  );
}

export function quality(accept: string | undefined, mediaType: string): number {
  if (accept === undefined) return 0;
  const offer = parseRange(mediaType);
  const [mostSpecific] = accept
    .split(',')
    .map(parseRange)
    .filter((range) => matches(range, offer))
    .toSorted((a, b) => specificity(b) - specificity(a));
  return mostSpecific?.q ?? 0;
}

export function negotiate(accept: string | undefined, offers: string[]): string | null {
  let best: string | null = null;
  let bestQuality = 0;
  for (const offer of offers) {
    const offerQuality = quality(accept, offer);
    if (offerQuality > bestQuality) {
      best = offer;
      bestQuality = offerQuality;
    }
  }
  return best;
}
