insert into reviews (book_id, customer_id, rating, body, created_at, edited_at) values
  (1, 1, 5, 'Fits in a pocket, saved a Friday.', '2025-01-12 20:00:00+00', null),
  (3, 1, 4, null, '2025-01-14 21:30:00+00', null),
  (3, 8, 5, 'Read it on call. Mistake.', '2025-03-12 03:10:00+00', '2025-03-13 09:00:00+00');
