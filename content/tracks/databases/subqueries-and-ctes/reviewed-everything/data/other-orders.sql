-- Books that were bought twice, orders that were not shipped, an order without items, reviews without words.
insert into authors (id, name) values (1, 'Una Byrne');

insert into books (id, title, price) values
  (1, 'Almanac', 10.00),
  (2, 'Borders', 10.00),
  (3, 'Cartography', 10.00);

insert into customers (id, email, name, created_at) values
  (1, 'one@example.com', 'Twice the same book', '2025-01-01 00:00+00'),
  (2, 'two@example.com', 'One shipped, one paid', '2025-01-01 00:00+00'),
  (3, 'three@example.com', 'Shipped, but empty', '2025-01-01 00:00+00'),
  (4, 'four@example.com', 'Stars without words', '2025-01-01 00:00+00'),
  (5, 'five@example.com', 'One of two', '2025-01-01 00:00+00'),
  (6, 'six@example.com', 'Reviewed, only paid', '2025-01-01 00:00+00');

insert into orders (id, customer_id, status, placed_at, shipped_at) values
  (1, 1, 'shipped', '2025-02-01 00:00+00', '2025-02-02 00:00+00'),
  (2, 1, 'shipped', '2025-02-03 00:00+00', '2025-02-04 00:00+00'),
  (3, 2, 'shipped', '2025-02-01 00:00+00', '2025-02-02 00:00+00'),
  (4, 2, 'paid', '2025-02-03 00:00+00', null),
  (5, 3, 'shipped', '2025-02-01 00:00+00', '2025-02-02 00:00+00'),
  (6, 4, 'shipped', '2025-02-01 00:00+00', '2025-02-02 00:00+00'),
  (7, 5, 'shipped', '2025-02-01 00:00+00', '2025-02-02 00:00+00'),
  (8, 6, 'paid', '2025-02-01 00:00+00', null),
  (9, null, 'shipped', '2025-02-01 00:00+00', '2025-02-02 00:00+00');

insert into order_items (order_id, book_id, quantity, unit_price) values
  (1, 1, 1, 10.00),
  (2, 1, 2, 10.00),
  (3, 1, 1, 10.00),
  (4, 2, 1, 10.00),
  (6, 3, 1, 10.00),
  (7, 1, 1, 10.00), (7, 2, 1, 10.00),
  (8, 1, 1, 10.00),
  (9, 1, 1, 10.00);

insert into reviews (id, book_id, customer_id, rating, body, created_at) values
  (1, 1, 1, 5, 'Good.', '2025-03-01 00:00+00'),
  (2, 1, 2, 5, 'Good.', '2025-03-01 00:00+00'),
  (3, 3, 4, 3, null, '2025-03-01 00:00+00'),
  (4, 1, 5, 4, 'Good.', '2025-03-01 00:00+00'),
  (5, 3, 5, 4, 'Good.', '2025-03-01 00:00+00'),
  (6, 1, 6, 4, 'Good.', '2025-03-01 00:00+00');
