type Order = { country: string; grams: number; totalCents: number; express: boolean; member: boolean };
type Tariff = {
  steps: [upToGrams: number, cents: number][];
  extraPerKilogram: number;
  freeFrom: number;
  memberCents: number;
};

const abroad: Tariff = {
  steps: [
    [2000, 895],
    [Infinity, 1295],
  ],
  extraPerKilogram: 0,
  freeFrom: Infinity,
  memberCents: 200,
};
const tariffs: Record<string, Tariff> = {
  DE: {
    steps: [
      [1000, 295],
      [Infinity, 495],
    ],
    extraPerKilogram: 60,
    freeFrom: 4000,
    memberCents: 0,
  },
  AT: abroad,
  FR: abroad,
  NL: abroad,
};

export function shippingCents({ country, grams, totalCents, express, member }: Order): number {
  if (grams === 0) return 0;
  if (!Object.hasOwn(tariffs, country)) throw new TypeError('unknown tariff');
  const { steps, extraPerKilogram, freeFrom, memberCents } = tariffs[country]!;
  let tenths = steps.find(([upToGrams]) => grams <= upToGrams)![1];
  for (let heavy = grams - 5000; heavy > 0; heavy -= 1000) tenths += extraPerKilogram;
  if (totalCents >= freeFrom) tenths = 0;
  if (member) tenths -= memberCents;
  tenths = (tenths + (express ? 700 : 0)) * (member ? 9 : 10);
  return (tenths - (tenths % 10)) / 10;
}
