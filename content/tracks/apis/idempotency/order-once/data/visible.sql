insert into books (id, title, price, stock) values
  (7, 'Two Generals', 12.50, 20),
  (8, 'Rollback', 14.00, 3),
  (12, 'Consistent, Eventually', 29.00, 0);

insert into orders (customer_id, book_id, copies, total, placed_at) values
  (2, 8, 1, 14.00, '2025-12-01 10:00:00+00');
