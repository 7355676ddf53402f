insert into books (id, title, stock) values
  (1, 'A Field Guide to Locks', 12),
  (2, 'Slow Queries', 0),
  (3, 'The Night Shift', 7);

insert into orders (id, status, restocked) values
  (100, 'paid', false),
  (101, 'cancelled', false),
  (102, 'shipped', false);

insert into order_items (order_id, book_id, quantity) values
  (100, 1, 1),
  (101, 2, 2),
  (101, 3, 1),
  (102, 3, 4);
