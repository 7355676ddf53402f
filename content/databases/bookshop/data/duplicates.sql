-- Different rows that look alike: names, titles, prices, cities and moments are shared, ids are not.
insert into authors (id, name, country) values
  (1, 'Alex Smith', 'Ireland'),
  (2, 'Alex Smith', 'Ireland'),
  (3, 'Alex Smith', 'Canada');

insert into categories (id, name, parent_id) values
  (1, 'Guides', null),
  (2, 'Guides (old)', null);

insert into books (id, isbn, title, category_id, price, published_on, stock) values
  (1, '9780000000301', 'Collected Works', 1, 10.00, '2020-01-01', 5),
  (2, '9780000000302', 'Collected Works', 1, 10.00, '2020-01-01', 5),
  (3, '9780000000303', 'Collected Works', 2, 10.00, '2021-01-01', 5),
  (4, null, 'Collected Works', 2, 12.00, '2022-01-01', 1),
  (5, null, 'Selected Works', 1, 12.00, '2023-01-01', 1),
  (6, null, 'Selected Works', 1, 12.00, null, 0);

insert into book_authors (book_id, author_id, position) values
  (1, 1, 1), (1, 2, 2), (1, 3, 3),
  (2, 2, 1), (2, 1, 2),
  (3, 3, 1),
  (4, 1, 1), (4, 3, 2);

insert into customers (id, email, name, city, referred_by, created_at) values
  (1, 'sam.1@example.com', 'Sam Lee', 'Cork', null, '2025-01-01 10:00:00+00'),
  (2, 'sam.2@example.com', 'Sam Lee', 'Cork', 1, '2025-01-01 10:00:00+00'),
  (3, 'sam.3@example.com', 'SAM LEE', 'Cork', 1, '2025-01-01 10:00:00+00'),
  (4, 'sam.4@example.com', 'Sam Lee', 'Galway', 2, '2025-01-02 10:00:00+00'),
  (5, 'rita.1@example.com', 'Rita Moss', 'Cork', null, '2025-01-02 10:00:00+00'),
  (6, 'rita.2@example.com', 'Rita Moss', null, null, '2025-01-03 10:00:00+00'),
  (7, 'rita.3@example.com', 'rita moss', null, null, '2025-01-03 10:00:00+00');

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, 1, 'paid', 'WELCOME10', '2025-03-10 12:00:00+00', null),
  (2, 1, 'paid', 'WELCOME10', '2025-03-11 12:00:00+00', null),
  (3, 2, 'shipped', null, '2025-03-10 12:00:00+00', '2025-03-12 12:00:00+00'),
  (4, 2, 'cancelled', null, '2025-03-10 11:00:00+00', null),
  (5, 3, 'paid', null, '2025-03-10 12:00:00+00', null),
  (6, 5, 'cancelled', null, '2025-03-10 12:00:00+00', null),
  (7, null, 'paid', null, '2025-03-10 12:00:00+00', null),
  (8, null, 'paid', null, '2025-03-10 12:00:00+00', null),
  (9, 1, 'pending', null, '2025-03-12 12:00:00+00', null);

insert into order_items (order_id, book_id, quantity, unit_price) values
  (1, 1, 1, 9.00), (1, 2, 1, 9.00),
  (2, 1, 1, 9.00), (2, 2, 1, 9.00),
  (3, 1, 2, 10.00), (3, 3, 2, 10.00),
  (4, 1, 1, 10.00),
  (5, 3, 1, 10.00), (5, 4, 1, 12.00),
  (6, 5, 4, 12.00),
  (7, 1, 1, 10.00),
  (8, 1, 1, 10.00),
  (9, 5, 1, 12.00);

insert into reviews (id, book_id, customer_id, rating, body, created_at) values
  (1, 1, 1, 5, 'Good.', '2025-03-20 00:00:00+00'),
  (2, 1, 2, 5, 'Good.', '2025-03-20 00:00:00+00'),
  (3, 1, 3, 5, 'Good.', '2025-03-20 00:00:00+00'),
  (4, 2, 1, 5, 'Good.', '2025-03-20 00:00:00+00'),
  (5, 2, 2, 1, 'Bad.', '2025-03-20 00:00:00+00'),
  (6, 3, 1, 4, 'Good.', '2025-03-20 00:00:00+00'),
  (7, 3, 2, 4, 'Good.', '2025-03-20 00:00:00+00'),
  (8, 3, 4, 5, null, '2025-03-20 00:00:00+00');

alter table authors alter column id restart with 4;
alter table categories alter column id restart with 3;
alter table books alter column id restart with 7;
alter table customers alter column id restart with 8;
alter table orders alter column id restart with 10;
alter table reviews alter column id restart with 9;
