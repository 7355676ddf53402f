// caught by: catches: charges a parcel of exactly 1000 grams as a heavier one
import { expect, test } from 'vitest';
import { shippingCents } from './subject';

test.each([
  [{ country: 'DE', grams: 500, totalCents: 1500, express: false, member: false }, 295],
  [{ country: 'DE', grams: 3000, totalCents: 1500, express: false, member: false }, 495],
  [{ country: 'DE', grams: 3000, totalCents: 9000, express: false, member: false }, 0],
  [{ country: 'AT', grams: 500, totalCents: 1500, express: false, member: false }, 895],
  [{ country: 'FR', grams: 500, totalCents: 1500, express: true, member: false }, 1595],
])('%j', (order, cents) => {
  expect(shippingCents(order)).toBe(cents);
});
