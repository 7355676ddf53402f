insert into cards (id, balance) values (1, 5000), (2, 2000), (3, 0), (4, 9900);
