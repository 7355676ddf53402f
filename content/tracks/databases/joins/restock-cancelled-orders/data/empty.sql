insert into books (id, title, stock) values (1, 'A Field Guide to Locks', 5);
