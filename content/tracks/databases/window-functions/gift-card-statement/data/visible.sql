insert into card_movements (id, card_id, booked_at, amount, status) values
  (1, 7, '2026-02-01 09:00:00+00', 50.00, 'booked'),
  (2, 9, '2026-02-01 10:00:00+00', 25.00, 'booked'),
  (3, 9, '2026-02-02 18:00:00+00', -25.00, 'void'), -- the shop was out of stock
  (4, 7, '2026-02-03 12:30:00+00', -10.00, 'booked'),
  (5, 7, '2026-02-03 12:30:00+00', -20.00, 'booked'), -- the same click, two articles
  (6, 9, '2026-02-04 11:00:00+00', -12.50, 'booked'),
  (7, 8, '2026-02-05 16:45:00+00', 100.00, 'booked'),
  (8, 7, '2026-02-10 08:15:00+00', 30.00, 'booked'),
  (9, 9, '2026-01-31 08:00:00+00', 5.00, 'booked'); -- from the old system, imported later
