-- First orders of one moment, with and without a coupon.
insert into customers (id, email, name, created_at)
select n, 'c' || n || '@example.com', 'Customer ' || n, '2025-01-01 00:00+00'
from generate_series(1, 4) as n;

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, 1, 'paid', 'WELCOME10', '2025-01-01 10:00+00', null),
  (2, 1, 'paid', 'LOYAL5', '2025-01-01 10:00+00', null),
  (3, 2, 'paid', null, '2025-01-02 10:00+00', null),
  (4, 2, 'paid', 'WELCOME10', '2025-01-02 10:00+00', null),
  (5, 2, 'paid', 'LOYAL5', '2025-01-09 10:00+00', null),
  (6, 3, 'cancelled', 'LOYAL5', '2025-01-03 10:00+00', null),
  (7, 3, 'paid', 'WELCOME10', '2025-01-03 10:00+00', null),
  (8, 4, 'paid', null, '2025-01-03 10:00+00', null);
