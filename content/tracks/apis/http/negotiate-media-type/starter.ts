export function quality(accept: string | undefined, mediaType: string): number {
  return accept?.includes(mediaType) ? 1 : 0;
}

export function negotiate(accept: string | undefined, offers: string[]): string | null {
  return offers.find((offer) => quality(accept, offer) > 0) ?? null;
}
