// caught by: accepts: right implementation 2
import { expect, test } from 'vitest';
import { shippingCents } from './subject';

test('says where nothing is delivered to', () => {
  const order = { country: 'US', grams: 500, totalCents: 4000, express: false, member: false };
  expect(() => shippingCents(order)).toThrow('no delivery to US');
});
