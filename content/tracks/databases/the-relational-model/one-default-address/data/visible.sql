insert into customers (id) values (1), (2), (3);
