// caught by: accepts: the right implementation
import { describe, expect, test } from 'vitest';
import { calc } from './subject';

const book = (p: number, q = 1) => ({ t: 'book', p, q });
const wrap = (p: number, q = 1) => ({ t: 'wrap', p, q });
const card = (p: number, q = 1) => ({ t: 'card', p, q });

describe('items', () => {
  test.each([
    ['nothing', [], { t: 0, d: 0, s: 0, n: 0 }],
    ['one book', [book(1100)], { t: 1490, d: 0, s: 390, n: 1 }],
    ['four of a book: no discount', [book(100, 4)], { t: 790, d: 0, s: 390, n: 4 }],
    ['five of a book: 10 % off, rounded down for the line', [book(111, 5)], { t: 890, d: 0, s: 390, n: 5 }],
    ['five of a book, with a discount of 0.9 cents', [book(199, 5)], { t: 1286, d: 0, s: 390, n: 5 }],
    ['five books on two lines: no discount', [book(100, 3), book(100, 2)], { t: 890, d: 0, s: 390, n: 5 }],
    ['something else', [card(250, 6)], { t: 1500, d: 0, s: 0, n: 0 }],
    ['five wrappings', [wrap(200, 5)], { t: 1000, d: 0, s: 0, n: 0 }],
    ['a wrapping after 20.00', [book(2000), wrap(300)], { t: 2690, d: 0, s: 390, n: 1 }],
    ['a wrapping after 20.01', [book(2001), wrap(300)], { t: 2391, d: 0, s: 390, n: 1 }],
    ['a wrapping before 20.01', [wrap(300), book(2001)], { t: 2391, d: 0, s: 390, n: 1 }],
  ])('%s', (_name, items, invoice) => {
    expect(calc({ items })).toEqual(invoice);
  });
});

describe('codes', () => {
  test.each([
    ['SPRING', [book(2999)], { t: 3389, d: 0, s: 390, n: 1 }],
    ['SPRING', [book(3000)], { t: 2890, d: 500, s: 390, n: 1 }],
    ['SPRING', [book(600, 5)], { t: 3090, d: 0, s: 390, n: 5 }],
    ['SPRING2', [book(5000)], { t: 5000, d: 0, s: 0, n: 1 }],
    ['spring', [book(5000)], { t: 5000, d: 0, s: 0, n: 1 }],
    ['', [book(5000)], { t: 5000, d: 0, s: 0, n: 1 }],
    ['STAFF', [card(55)], { t: 38, d: 17, s: 0, n: 0 }],
    ['STAFF-7', [card(101)], { t: 71, d: 30, s: 0, n: 0 }],
    ['NOSTAFF', [card(100)], { t: 100, d: 0, s: 0, n: 0 }],
    ['staff', [card(100)], { t: 100, d: 0, s: 0, n: 0 }],
  ])('%s on %j', (c, items, invoice) => {
    expect(calc({ items, c })).toEqual(invoice);
  });
});

describe('shipping', () => {
  test.each([
    [[book(3999)], undefined, 390],
    [[book(4000)], undefined, 0],
    [[book(4499)], 'SPRING', 390],
    [[book(4500)], 'SPRING', 0],
  ])('%j with the code %s', (items, c, s) => {
    expect(calc({ items, c }).s).toBe(s);
  });
});
