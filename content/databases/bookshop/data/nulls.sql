-- Every column that may be null is null somewhere, and most of them in most rows.
insert into authors (id, name, country) values
  (1, 'Anonymous', null),
  (2, 'Noor', null),
  (3, 'Mara Lindqvist', 'Sweden');

insert into categories (id, name, parent_id) values
  (1, 'Fiction', null),
  (2, 'Databases', null),
  (3, 'Empty shelf', 2);

insert into books (id, isbn, title, category_id, price, published_on, stock) values
  (1, null, 'Untitled Zine', null, 3.00, null, 4),
  (2, null, 'Untitled Zine', null, 3.00, null, 0),
  (3, '9780000000203', 'Announced', 1, 20.00, null, 0),
  (4, null, 'Found Pages', 1, 7.50, '2024-06-01', 1),
  (5, '9780000000205', 'Unsorted', null, 15.00, '2023-01-15', 8),
  (6, '', 'Misprinted Barcode', 2, 10.00, '2022-02-02', 2), -- empty is a value, not null
  (7, null, 'Never Sold', 2, 40.00, null, 3);

insert into book_authors (book_id, author_id, position) values
  (3, 3, 1),
  (4, 2, 1),
  (5, 3, 1);

insert into customers (id, email, name, city, referred_by, created_at) values
  (1, 'one@example.com', 'Nobody Known', null, null, '2025-01-01 00:00:00+00'),
  (2, 'two@example.com', 'nobody known', null, null, '2025-01-02 00:00:00+00'),
  (3, 'three@example.com', 'Nobody Known', 'Leeds', null, '2025-01-03 00:00:00+00'),
  (4, 'four@example.com', 'Ola Berg', null, 1, '2025-01-04 00:00:00+00'),
  (5, 'five@example.com', 'Pia Holm', null, null, '2025-01-05 00:00:00+00'),
  (6, 'six@example.com', 'Quinn Abbott', 'York', null, '2025-01-06 00:00:00+00');

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, null, 'paid', null, '2025-03-02 10:00:00+00', null),
  (2, null, 'shipped', null, '2025-03-03 10:00:00+00', '2025-03-04 10:00:00+00'),
  (3, null, 'cancelled', null, '2025-03-04 10:00:00+00', null),
  (4, 1, 'paid', null, '2025-03-05 10:00:00+00', null),
  (5, 4, 'cancelled', null, '2025-03-06 10:00:00+00', null),
  (6, 3, 'pending', null, '2025-03-07 10:00:00+00', null),
  (7, null, 'paid', '', '2025-03-08 10:00:00+00', null),
  (8, 1, 'paid', 'WELCOME10', '2025-03-09 10:00:00+00', null),
  (9, null, 'shipped', 'WELCOME10', '2025-03-10 10:00:00+00', '2025-03-11 10:00:00+00'),
  (10, 3, 'paid', null, '2025-03-11 10:00:00+00', null);

insert into order_items (order_id, book_id, quantity, unit_price) values
  (1, 1, 2, 3.00),
  (1, 5, 1, 15.00),
  (2, 1, 1, 3.00),
  (2, 4, 1, 7.50),
  (3, 3, 1, 20.00),
  (4, 2, 1, 3.00),
  (5, 6, 5, 10.00),
  (7, 6, 1, 10.00),
  (8, 5, 1, 13.50),
  (9, 4, 3, 6.75);

insert into reviews (id, book_id, customer_id, rating, body, created_at) values
  (1, 1, 1, 5, null, '2025-03-10 00:00:00+00'),
  (2, 1, 2, 4, null, '2025-03-11 00:00:00+00'),
  (3, 1, 4, 5, null, '2025-03-12 00:00:00+00'),
  (4, 5, 1, 2, null, '2025-03-13 00:00:00+00'),
  (5, 5, 3, 4, '', '2025-03-14 00:00:00+00'),
  (6, 5, 4, 5, 'Good.', '2025-03-15 00:00:00+00'),
  (7, 5, 5, 5, null, '2025-03-16 00:00:00+00'),
  (8, 4, 1, 3, null, '2025-03-17 00:00:00+00');

alter table authors alter column id restart with 4;
alter table categories alter column id restart with 4;
alter table books alter column id restart with 8;
alter table customers alter column id restart with 7;
alter table orders alter column id restart with 11;
alter table reviews alter column id restart with 9;
