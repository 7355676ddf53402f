insert into readings (id, title, seats) values
  (1, 'The Night Shift', 3),
  (2, 'Null Island', 1),
  (3, 'Rollback', 0);

insert into bookings (reading_id, email, booked_at) values
  (1, 'mara@shop.example', '2025-12-01 10:00:00+00'),
  (1, 'jun@shop.example', '2025-12-01 10:05:00+00');
