-- Orders at both edges of March 2025, in the Marches beside it, and written down in other time zones.
insert into customers (id, email, name, city, referred_by, created_at) values
  (1, 'edge@example.com', 'Edda Grenz', 'Kiel', null, '2024-01-01 00:00:00+00');

insert into orders (id, customer_id, status, coupon, placed_at, shipped_at) values
  (1, 1, 'paid', null, '2025-02-28 23:59:59.999999+00', null),
  (2, 1, 'paid', null, '2025-03-01 00:00:00+00', null),
  (3, 1, 'paid', null, '2025-03-01 00:30:00+01', null), -- still February in UTC
  (4, 1, 'paid', null, '2025-02-28 20:00:00-05', null), -- already March in UTC
  (5, 1, 'paid', null, '2025-03-31 12:00:00+00', null),
  (6, 1, 'cancelled', null, '2025-03-31 23:59:59+00', null),
  (7, 1, 'paid', null, '2025-03-31 23:59:59.5+00', null),
  (8, null, 'paid', null, '2025-03-31 23:59:59.999999+00', null),
  (9, 1, 'paid', null, '2025-04-01 00:00:00+00', null),
  (10, 1, 'paid', null, '2025-04-01 01:00:00+02', null), -- still March in UTC
  (11, 1, 'paid', null, '2024-03-15 12:00:00+00', null),
  (12, 1, 'paid', null, '2026-03-15 12:00:00+00', null);
