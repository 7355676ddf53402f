insert into orders (id) values (1), (2), (3);
