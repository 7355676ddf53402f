// title: takes 30,001 g
// hint: What is the lightest parcel that is refused as too heavy?
export type Parcel = {
  zone: 'home' | 'europe' | 'world';
  weightGrams: number;
  subtotalCents: number;
  express: boolean;
};

const prices = {
  home: { first: 390, further: 150 },
  europe: { first: 990, further: 400 },
  world: { first: 1990, further: 900 },
};

export function shippingCents({ zone, weightGrams, subtotalCents, express }: Parcel): number {
  if (!Number.isInteger(weightGrams) || weightGrams < 1 || weightGrams > 31_000) {
    throw new RangeError('weightGrams must be a whole number from 1 to 30,000');
  }
  if (express && zone === 'world') throw new RangeError('express is not offered to this zone');
  const { first, further } = prices[zone];
  const isFree = zone === 'home' && subtotalCents >= 4000;
  const standard = isFree ? 0 : first + further * (Math.ceil(weightGrams / 1000) - 1);
  return standard + (express ? 700 : 0);
}
