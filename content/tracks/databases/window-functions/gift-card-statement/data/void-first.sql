-- Void movements at the beginning, between movements of the same moment, and a card that has nothing else.
insert into card_movements (id, card_id, booked_at, amount, status) values
  (1, 1, '2026-03-01 12:00:00+00', 80.00, 'void'),
  (2, 1, '2026-03-01 12:00:00+00', 60.00, 'booked'),
  (3, 1, '2026-03-02 12:00:00+00', -10.00, 'booked'),
  (4, 1, '2026-03-02 12:00:00+00', -10.00, 'void'),
  (5, 1, '2026-03-02 12:00:00+00', -10.00, 'booked'),
  (6, 2, '2026-03-02 12:00:00+00', 15.00, 'void'),
  (7, 3, '2026-03-02 12:00:00+00', -4.00, 'booked'),
  (8, 3, '2026-03-01 12:00:00+00', 4.00, 'booked');
