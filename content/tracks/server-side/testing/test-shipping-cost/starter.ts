import { describe, expect, test } from 'vitest';
import { shippingCents } from './subject';

describe('shippingCents', () => {
  test('a large order ships free at home', () => {
    expect(shippingCents({ zone: 'home', weightGrams: 500, subtotalCents: 5000, express: false })).toBe(0);
  });
});
