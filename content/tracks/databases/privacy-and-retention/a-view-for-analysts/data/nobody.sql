insert into orders values (1, null, 12.00);
