insert into authors (id, name, country) values
  (1, 'Mara Lindqvist', 'Sweden'),
  (2, 'Tomas Ferreira', 'Portugal'),
  (3, 'Ada Okafor', 'Nigeria'),
  (4, 'Jun Watanabe', 'Japan'),
  (5, 'Priya Raman', 'India'),
  (6, 'Elif Demir', 'Turkey'),
  (7, 'Noor', null), -- a pseudonym
  (8, 'Henry Pell', 'United Kingdom'),
  (9, 'Ines Moreau', 'France'),
  (10, 'Sam Whitlock', 'United Kingdom'); -- signed, nothing published yet

insert into categories (id, name, parent_id) values
  (1, 'Technology', null),
  (2, 'Databases', 1),
  (3, 'Operations', 1),
  (4, 'Security', 1),
  (5, 'Fiction', null),
  (6, 'Mystery', 5),
  (7, 'Poetry', 5), -- empty shelf
  (8, 'PostgreSQL', 2);

insert into books (id, isbn, title, category_id, price, published_on, stock) values
  (1, '9780000000101', 'A Field Guide to Locks', 8, 9.50, '2021-03-15', 12),
  (2, '9780000000102', 'Slow Queries', 2, 11.00, '2016-09-01', 0), -- first edition, sold out
  (3, '9780000000103', 'The Night Shift', 6, 14.00, '2022-10-04', 7),
  (4, '9780000000104', 'Indexes and Other Promises', 2, 24.00, '2023-05-20', 9),
  (5, '9780000000105', 'Pager at Dawn', 3, 18.50, '2020-11-11', 3),
  (6, '9780000000106', 'The Salted Hash', 4, 32.00, '2024-02-01', 5),
  (7, '9780000000107', 'Two Generals', 6, 12.50, '2019-06-30', 20),
  (8, '9780000000108', 'Rollback', 6, 14.00, '2024-10-04', 15), -- sequel to The Night Shift
  (9, '9780000000109', 'Capacity', 3, 27.00, '2023-05-20', 4),
  (10, null, 'Null Island', 5, 16.00, '2018-01-01', 2), -- self-published
  (11, null, 'Letters from a Data Centre', null, 12.50, '2025-01-10', 6), -- anonymous, not sorted in yet
  (12, null, 'Consistent, Eventually', 2, 29.00, null, 0), -- announced
  (13, '9780000000113', 'Slow Queries', 2, 21.00, '2025-01-10', 11); -- second edition

insert into book_authors (book_id, author_id, position) values
  (1, 1, 1),
  (2, 2, 1),
  (3, 6, 1),
  (4, 1, 1), (4, 3, 2),
  (5, 8, 1),
  (6, 5, 1),
  (7, 9, 1),
  (8, 6, 1),
  (9, 3, 1), (9, 8, 2), (9, 4, 3),
  (10, 7, 1),
  (12, 4, 1),
  (13, 2, 1), (13, 1, 2);

insert into customers (id, email, name, city, referred_by, created_at) values
  (1, 'amira@example.com', 'Amira Nasser', 'Lisbon', null, '2024-11-02 09:15:00+00'),
  (2, 'ben.carter@example.com', 'Ben Carter', 'Leeds', 1, '2024-11-20 18:40:00+00'),
  (3, 'chloe@example.com', 'Chloe Martin', 'Lyon', 1, '2024-12-05 12:00:00+00'),
  (4, 'dkim@example.com', 'Daniel Kim', null, 2, '2025-01-03 07:30:00+00'),
  (5, 'elena@example.com', 'Elena Rossi', 'Turin', null, '2025-01-08 21:05:00+00'),
  (6, 'farid@example.com', 'Farid Aziz', 'Leeds', 2, '2025-01-15 16:20:00+00'),
  (7, 'grace@example.com', 'Grace Obi', 'Lagos', null, '2025-01-22 10:10:00+00'), -- looked around, bought nothing
  (8, 'hugo@example.com', 'Hugo Silva', 'Lisbon', 1, '2025-02-01 08:00:00+00'),
  (9, 'ivy@example.com', 'Ivy Chen', null, 8, '2025-02-14 23:55:00+00'), -- bought nothing
  (10, 'jonas@example.com', 'Jonas Weber', 'Berlin', null, '2025-02-20 13:45:00+00'), -- cancelled his one order
  (11, 'bcarter@example.com', 'Ben Carter', 'Porto', null, '2025-03-01 09:00:00+00'), -- another Ben Carter
  (12, 'kaia@example.com', 'Kaia Lund', 'Oslo', 5, '2025-03-10 19:30:00+00'),
  (13, 'daniel.kim@example.com', 'daniel kim', null, null, '2025-03-26 20:15:00+00'); -- forgot that he had an account

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, 1, 'shipped', 'WELCOME10', '2025-01-05 10:00:00+00', '2025-01-06 09:00:00+00'),
  (2, 2, 'shipped', null, '2025-01-11 19:30:00+00', '2025-01-13 09:00:00+00'),
  (3, null, 'shipped', null, '2025-01-19 08:12:00+00', '2025-01-20 09:00:00+00'), -- a guest
  (4, 3, 'shipped', 'WELCOME10', '2025-01-28 14:45:00+00', '2025-01-29 09:00:00+00'),
  (5, 1, 'shipped', null, '2025-02-02 20:00:00+00', '2025-02-03 09:00:00+00'),
  (6, 4, 'cancelled', null, '2025-02-07 11:11:00+00', null),
  (7, 5, 'shipped', 'LOYAL5', '2025-02-14 17:25:00+00', '2025-02-17 09:00:00+00'),
  (8, 6, 'shipped', null, '2025-02-21 09:05:00+00', '2025-02-21 15:00:00+00'),
  (9, 10, 'cancelled', 'WELCOME10', '2025-02-25 22:22:00+00', null),
  (10, 2, 'shipped', 'LOYAL5', '2025-02-28 23:30:00+00', '2025-03-03 09:00:00+00'),
  (11, 8, 'shipped', null, '2025-03-01 00:00:00+00', '2025-03-03 09:00:00+00'), -- midnight exactly
  (12, 11, 'shipped', 'WELCOME10', '2025-03-08 12:00:00+00', '2025-03-10 09:00:00+00'),
  (13, 1, 'paid', null, '2025-03-15 06:50:00+00', null),
  (14, null, 'paid', null, '2025-03-20 15:35:00+00', null), -- a guest
  (15, 4, 'paid', null, '2025-03-27 18:00:00+00', null),
  (16, 12, 'pending', null, '2025-03-31 21:40:00+00', null),
  (17, 5, 'pending', null, '2025-03-31 23:59:30+00', null), -- chose nothing yet
  (18, 6, 'paid', 'LOYAL5', '2025-04-02 10:20:00+00', null);

insert into order_items (order_id, book_id, quantity, unit_price) values
  (1, 1, 1, 8.55), (1, 3, 1, 12.60), -- ten per cent off
  (2, 4, 1, 24.00),
  (3, 3, 1, 14.00), (3, 7, 2, 12.50),
  (4, 6, 1, 28.80),
  (5, 8, 1, 14.00), (5, 9, 1, 27.00), (5, 1, 2, 9.50),
  (6, 5, 1, 18.50),
  (7, 13, 1, 20.00), (7, 7, 1, 12.00),
  (8, 4, 2, 22.00), -- before the price went up
  (9, 10, 1, 14.40),
  (10, 5, 1, 17.50), (10, 9, 1, 25.65),
  (11, 11, 1, 12.50), (11, 3, 1, 14.00), (11, 8, 1, 14.00),
  (12, 1, 1, 8.55),
  (13, 13, 1, 21.00), (13, 4, 1, 24.00),
  (14, 7, 3, 12.50),
  (15, 5, 1, 18.50), (15, 6, 1, 32.00),
  (16, 8, 1, 14.00),
  (18, 13, 2, 20.00);

insert into reviews (id, book_id, customer_id, rating, body, created_at) values
  (1, 1, 1, 5, 'Fits in a pocket, saved a Friday.', '2025-01-12 20:00:00+00'),
  (2, 3, 1, 4, null, '2025-01-14 21:30:00+00'),
  (3, 4, 2, 5, 'The chapter on lies my planner told me is worth it alone.', '2025-01-20 08:00:00+00'),
  (4, 6, 3, 4, 'Solid. Wanted more on key rotation.', '2025-02-04 12:30:00+00'),
  (5, 8, 1, 3, 'Saw the ending coming.', '2025-02-11 22:15:00+00'),
  (6, 1, 8, 4, null, '2025-02-12 09:45:00+00'),
  (7, 13, 5, 5, null, '2025-02-25 19:00:00+00'),
  (8, 7, 5, 2, 'One general too many.', '2025-02-26 19:10:00+00'),
  (9, 4, 6, 4, null, '2025-03-01 11:00:00+00'),
  (10, 9, 2, 5, 'Drew the graphs again with our numbers.', '2025-03-09 17:20:00+00'),
  (11, 5, 2, 1, 'Arrived with page 40 missing.', '2025-03-09 17:25:00+00'),
  (12, 3, 8, 5, 'Read it on call. Mistake.', '2025-03-12 03:10:00+00'),
  (13, 1, 11, 5, 'Second copy, for a colleague.', '2025-03-19 10:00:00+00'),
  (14, 8, 8, 4, null, '2025-03-22 20:20:00+00'),
  (15, 4, 1, 3, 'Good, but the index is short.', '2025-03-30 18:00:00+00'),
  (16, 3, 6, 2, null, '2025-04-01 07:45:00+00');

alter table authors alter column id restart with 11;
alter table categories alter column id restart with 9;
alter table books alter column id restart with 14;
alter table customers alter column id restart with 14;
alter table orders alter column id restart with 19;
alter table reviews alter column id restart with 17;
