-- Equal prices, dates, moments, counts and ratings, placed where a limit or a "first" has to cut.
insert into authors (id, name, country) values
  (1, 'Una Byrne', 'Ireland'),
  (2, 'Vik Patel', 'India');

insert into categories (id, name, parent_id) values
  (1, 'Technology', null),
  (2, 'Fiction', null),
  (3, 'History', null);

insert into books (id, isbn, title, category_id, price, published_on, stock) values
  (1, '9780000000401', 'Almanac', 1, 10.00, '2024-05-01', 3),
  (2, '9780000000402', 'Borders', 1, 10.00, '2024-05-01', 3),
  (3, '9780000000403', 'Cartography', 1, 10.00, '2024-05-01', 3),
  (4, '9780000000404', 'Distances', 2, 12.00, '2024-03-01', 3),
  (5, '9780000000405', 'Estuary', 2, 12.00, '2024-03-01', 3),
  (6, '9780000000406', 'Ferry', 2, 12.00, '2024-03-01', 3),
  (7, '9780000000407', 'Glacier', 3, 12.00, '2024-03-01', 3),
  (8, '9780000000408', 'Harbour', 3, 15.00, '2023-12-31', 3),
  (9, '9780000000409', 'Isthmus', 3, 15.00, '2023-12-31', 3),
  (10, null, 'Jetty', 3, 15.00, null, 0);

insert into book_authors (book_id, author_id, position) values
  (1, 1, 1), (2, 1, 1), (3, 2, 1), (4, 2, 1), (5, 1, 1), (5, 2, 2), (6, 2, 1), (7, 1, 1), (8, 2, 1), (9, 1, 1);

insert into customers (id, email, name, city, referred_by, created_at) values
  (1, 'wes@example.com', 'Wes Hart', 'Cork', null, '2025-02-01 09:00:00+00'),
  (2, 'xia@example.com', 'Xia Lin', 'Cork', 1, '2025-02-01 09:00:00+00'),
  (3, 'yara@example.com', 'Yara Haddad', 'Galway', 1, '2025-02-01 09:00:00+00'),
  (4, 'zoe@example.com', 'Zoe Kerr', 'Galway', 2, '2025-02-01 09:00:00+00');

-- Ids do not follow time here: a later id may be an older order.
insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, 1, 'paid', null, '2025-03-31 23:59:59.999999+00', null),
  (2, 1, 'paid', null, '2025-03-31 23:59:59.999999+00', null),
  (3, 2, 'paid', null, '2025-03-20 08:00:00+00', null),
  (4, 2, 'pending', null, '2025-03-10 08:00:00+00', null),
  (5, 3, 'shipped', null, '2025-04-01 00:00:00+00', '2025-04-01 00:00:00+00'),
  (6, 3, 'cancelled', null, '2025-04-01 00:00:00+00', null),
  (7, 3, 'paid', null, '2025-03-01 00:00:00+00', null),
  (8, null, 'paid', null, '2025-03-01 00:00:00+00', null),
  (9, null, 'paid', null, '2025-03-01 00:00:00+00', null);

insert into order_items (order_id, book_id, quantity, unit_price) values
  (1, 1, 2, 10.00), (1, 4, 1, 12.00),
  (2, 2, 2, 10.00), (2, 5, 1, 12.00),
  (3, 3, 2, 10.00), (3, 6, 1, 12.00),
  (4, 7, 1, 12.00),
  (5, 7, 1, 12.00), (5, 8, 1, 15.00),
  (6, 9, 1, 15.00),
  (7, 8, 1, 15.00),
  (8, 9, 1, 15.00),
  (9, 9, 1, 15.00);

insert into reviews (id, book_id, customer_id, rating, body, created_at) values
  (1, 1, 1, 4, null, '2025-03-20 00:00:00+00'), (2, 1, 2, 4, 'Fine.', '2025-03-20 00:00:00+00'), (3, 1, 3, 4, null, '2025-03-20 00:00:00+00'),
  (4, 2, 1, 5, null, '2025-03-20 00:00:00+00'), (5, 2, 2, 3, 'Fine.', '2025-03-20 00:00:00+00'), (6, 2, 3, 4, null, '2025-03-20 00:00:00+00'),
  (7, 3, 1, 4, null, '2025-03-20 00:00:00+00'), (8, 3, 2, 3, null, '2025-03-20 00:00:00+00'), (9, 3, 4, 4, null, '2025-03-20 00:00:00+00'),
  (10, 4, 1, 5, null, '2025-03-20 00:00:00+00'), (11, 4, 2, 5, null, '2025-03-20 00:00:00+00');

alter table authors alter column id restart with 3;
alter table categories alter column id restart with 4;
alter table books alter column id restart with 11;
alter table customers alter column id restart with 5;
alter table orders alter column id restart with 10;
alter table reviews alter column id restart with 12;
