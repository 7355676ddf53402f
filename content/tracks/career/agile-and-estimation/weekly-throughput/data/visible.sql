insert into tickets (id, title, closed_on, outcome) values
  (1, 'voucher of 20 euros', '2025-12-22', 'done'), -- a Monday
  (2, 'voucher by mail', '2025-12-28', 'done'), -- the Sunday of the same week
  (3, 'voucher as PDF', '2025-12-30', 'dropped'),
  (4, 'any amount', '2026-01-05', 'done'),
  (5, 'pay a part by voucher', '2026-01-08', 'done'),
  (6, 'expiry of vouchers', '2026-01-08', 'done'),
  (7, 'report for accounting', '2026-01-14', 'done'),
  (8, 'voucher in the app', '2026-01-21', 'dropped'),
  (9, 'suggest amounts', null, null);
