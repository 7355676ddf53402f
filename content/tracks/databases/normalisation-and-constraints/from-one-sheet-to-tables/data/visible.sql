insert into sheet (order_no, ordered_on, email, name, city, isbn, title, quantity, unit_price) values
  (1, '2025-01-05', 'amira@example.com', 'Amira Nasser', 'Lisbon', '9780000000101', 'A Field Guide to Locks', 1, 8.55),
  (1, '2025-01-05', 'amira@example.com', 'Amira Nasser', 'Lisbon', '9780000000103', 'The Night Shift', 1, 12.60),
  (2, '2025-01-11', 'ben.carter@example.com', 'Ben Carter', 'Leeds', '9780000000104', 'Indexes and Other Promises', 1, 24.00),
  (3, '2025-02-02', 'amira@example.com', 'Amira Nasser', 'Porto', '9780000000108', 'Rollback', 1, 14.00),
  (3, '2025-02-02', 'amira@example.com', 'Amira Nasser', 'Porto', '9780000000101', 'A Field Guide to Locks', 2, 9.50),
  (4, '2025-03-08', 'bcarter@example.com', 'Ben Carter', null, '9780000000101', 'A Field Guide to Locks', 1, 0.00),
  (5, '2025-03-08', 'amira@example.com', 'Amira Nasser', null, '9780000000102', 'Slow Queries', 1, 11.00),
  (6, '2025-03-15', 'ben.carter@example.com', 'Ben Carter', 'Leeds', '9780000000113', 'Slow Queries', 1, 21.00);
