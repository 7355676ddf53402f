// caught by: accepts: the right implementation
import { expect, test } from 'vitest';
import { shippingCents } from './subject';

// Nobody can want this: free delivery that costs 700 cents. But it is what the code does.
test('express is free where delivery is free', () => {
  expect(shippingCents({ country: 'DE', grams: 500, totalCents: 4000, express: true, member: false })).toBe(0);
});
