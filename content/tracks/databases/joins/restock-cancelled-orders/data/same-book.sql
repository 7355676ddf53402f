insert into books (id, title, stock) values (1, 'A Field Guide to Locks', 5), (2, 'Slow Queries', 1);
insert into orders (id, status, restocked) values (1, 'cancelled', false), (2, 'cancelled', false), (3, 'cancelled', false);
insert into order_items (order_id, book_id, quantity) values (1, 1, 2), (2, 1, 3), (3, 1, 4), (3, 2, 1);
