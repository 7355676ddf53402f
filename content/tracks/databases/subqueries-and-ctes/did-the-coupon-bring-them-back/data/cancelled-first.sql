-- Ids that do not follow time, first orders that were cancelled, and coupons whose customers never came back.
insert into customers (id, email, name, created_at)
select n, 'c' || n || '@example.com', 'Customer ' || n, '2025-01-01 00:00+00'
from generate_series(1, 7) as n;

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, 1, 'cancelled', 'WELCOME10', '2025-01-01 10:00+00', null),
  (2, 1, 'paid', null, '2025-01-02 10:00+00', null),
  (3, 2, 'paid', 'LOYAL5', '2025-02-02 10:00+00', null),
  (4, 2, 'paid', 'WELCOME10', '2025-01-02 10:00+00', null),
  (5, 3, 'paid', 'WELCOME10', '2025-01-03 10:00+00', null),
  (6, 3, 'cancelled', null, '2025-01-04 10:00+00', null),
  (7, 4, 'cancelled', 'WELCOME10', '2025-01-04 10:00+00', null),
  (8, 5, 'pending', 'SPRING', '2025-01-05 10:00+00', null),
  (9, 6, 'paid', 'WELCOME10', '2025-01-06 10:00+00', null),
  (10, 6, 'paid', 'WELCOME10', '2025-01-06 10:00+00', null),
  (11, 6, 'pending', null, '2025-01-07 10:00+00', null),
  (12, null, 'paid', 'GUEST', '2025-01-07 10:00+00', null),
  (13, null, 'paid', 'GUEST', '2025-01-08 10:00+00', null);
