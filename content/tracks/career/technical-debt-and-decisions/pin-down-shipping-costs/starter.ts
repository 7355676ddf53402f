import { describe, expect, test } from 'vitest';
import { shippingCents } from './subject';

describe('shippingCents', () => {
  test('a letter within Germany', () => {
    expect(shippingCents({ country: 'DE', grams: 800, totalCents: 1500, express: false, member: false })).toBe(295);
  });
});
