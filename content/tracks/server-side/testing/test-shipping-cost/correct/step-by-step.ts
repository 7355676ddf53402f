export type Parcel = {
  zone: 'home' | 'europe' | 'world';
  weightGrams: number;
  subtotalCents: number;
  express: boolean;
};

class NotOffered extends RangeError {}

/** Adds up step by step, and refuses in another order and with other words. */
export function shippingCents(parcel: Parcel): number {
  if (parcel.zone === 'world' && parcel.express) throw new NotOffered(`no express to ${parcel.zone}`);
  let left = parcel.weightGrams;
  if (!(left >= 1 && left <= 30_000) || left % 1 !== 0) throw new RangeError(`cannot send ${left} g`);
  const [first, further] = parcel.zone === 'home' ? [390, 150] : parcel.zone === 'europe' ? [990, 400] : [1990, 900];
  let cents = parcel.express ? 700 : 0;
  if (parcel.zone === 'home' && parcel.subtotalCents > 3999) return cents;
  cents += first;
  for (left -= 1000; left > 0; left -= 1000) cents += further;
  return cents;
}
