insert into orders (id, customer_id, total, status) values
  (7, 1, 25.00, 'open'),
  (8, 2, 14.00, 'open'),
  (9, 2, 32.00, 'paid');

insert into attempts (order_id, key, amount, outcome, charge, started_at) values
  (9, 'f6b1c1d2-6a3b-4a68-9a3c-0d6f4c1f9a11', 32.00, 'declined', null, '2025-12-01 10:00:00+00'),
  (9, '0c1b9a52-54f4-44b0-8f0e-5f3a2b7f1e22', 32.00, 'charged', 'ch_old', '2025-12-01 10:02:00+00');
