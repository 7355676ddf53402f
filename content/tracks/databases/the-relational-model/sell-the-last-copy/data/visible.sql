insert into books (id, title, stock) values
  (1, 'A Field Guide to Locks, signed', 1),
  (2, 'Slow Queries', 10),
  (3, 'Rollback', 0);
