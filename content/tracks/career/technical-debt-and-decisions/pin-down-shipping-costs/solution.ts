import { describe, expect, test } from 'vitest';
import { shippingCents } from './subject';

const order = { country: 'DE', grams: 500, totalCents: 1500, express: false, member: false };

describe('within Germany', () => {
  test.each([
    [1, 295],
    [1000, 295],
    [1001, 495],
    [5000, 495],
    [5001, 555],
    [6000, 555],
    [6001, 615],
  ])('%i grams cost %i', (grams, cents) => {
    expect(shippingCents({ ...order, grams })).toBe(cents);
  });

  test.each([
    [3999, 500, 295],
    [4000, 500, 0],
    [4001, 500, 0],
    [4000, 9000, 0],
  ])('an order of %i cents with %i grams pays %i', (totalCents, grams, cents) => {
    expect(shippingCents({ ...order, totalCents, grams })).toBe(cents);
  });

  test('express is charged even where delivery is free', () => {
    expect(shippingCents({ ...order, express: true })).toBe(995);
    expect(shippingCents({ ...order, express: true, totalCents: 4000 })).toBe(700);
  });

  test('members pay nine tenths of everything, and half a cent is cut off', () => {
    expect(shippingCents({ ...order, member: true })).toBe(265);
    expect(shippingCents({ ...order, member: true, express: true })).toBe(895);
    expect(shippingCents({ ...order, member: true, express: true, totalCents: 4000 })).toBe(630);
  });
});

describe.each(['AT', 'NL', 'FR'])('to %s', (country) => {
  test.each([
    [1, 895],
    [2000, 895],
    [2001, 1295],
    [9000, 1295],
  ])('%i grams cost %i', (grams, cents) => {
    expect(shippingCents({ ...order, country, grams })).toBe(cents);
  });

  test('a large order pays as well', () => {
    expect(shippingCents({ ...order, country, totalCents: 10_000 })).toBe(895);
  });

  test('members get 200 cents off, and then pay nine tenths', () => {
    expect(shippingCents({ ...order, country, member: true })).toBe(625);
    expect(shippingCents({ ...order, country, member: true, express: true })).toBe(1255);
  });
});

describe('odd, and pinned down', () => {
  test('an order without weight is free, with express and to anywhere', () => {
    expect(shippingCents({ ...order, grams: 0 })).toBe(0);
    expect(shippingCents({ ...order, grams: 0, express: true })).toBe(0);
    expect(shippingCents({ ...order, grams: 0, country: 'US' })).toBe(0);
  });

  test('nothing is delivered to other countries', () => {
    expect(() => shippingCents({ ...order, country: 'US' })).toThrow();
    expect(() => shippingCents({ ...order, country: 'CH', totalCents: 9000 })).toThrow();
  });
});
