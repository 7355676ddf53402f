// caught by: catches: charges shipping at exactly 40.00
import { describe, expect, test } from 'vitest';
import { shippingCents } from './subject';

const parcel = { zone: 'home', weightGrams: 500, subtotalCents: 1000, express: false } as const;

describe('the price by weight', () => {
  test.each([
    ['home', 1, 390],
    ['home', 1000, 390],
    ['home', 1001, 540],
    ['home', 2000, 540],
    ['home', 2001, 690],
    ['home', 30_000, 4740],
    ['europe', 1000, 990],
    ['europe', 3000, 1790],
    ['world', 1000, 1990],
    ['world', 3000, 3790],
  ] as const)('%s, %d g: %d', (zone, weightGrams, cents) => {
    expect(shippingCents({ ...parcel, zone, weightGrams })).toBe(cents);
  });

  test.each([0, -1, 30_001, 500.5, NaN])('refuses %d g', (weightGrams) => {
    expect(() => shippingCents({ ...parcel, weightGrams })).toThrow(RangeError);
  });
});

describe('free shipping', () => {
  test.each([
    [3999, 390],
    [4001, 0],
  ])('a subtotal of %d pays %d at home', (subtotalCents, cents) => {
    expect(shippingCents({ ...parcel, subtotalCents })).toBe(cents);
  });

  test.each([
    ['europe', 990],
    ['world', 1990],
  ] as const)('is not offered in %s', (zone, cents) => {
    expect(shippingCents({ ...parcel, zone, subtotalCents: 4000 })).toBe(cents);
  });
});

describe('express', () => {
  test.each([
    ['home', 1000, 1090],
    ['home', 9000, 700],
    ['europe', 4000, 1690],
  ] as const)('%s with a subtotal of %d: %d', (zone, subtotalCents, cents) => {
    expect(shippingCents({ ...parcel, zone, subtotalCents, express: true })).toBe(cents);
  });

  test('is refused to the rest of the world', () => {
    expect(() => shippingCents({ ...parcel, zone: 'world', express: true })).toThrow(RangeError);
  });
});
