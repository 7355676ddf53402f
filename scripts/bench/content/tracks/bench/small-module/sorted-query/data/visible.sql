insert into orders select n, 'customer ' || n % 97, n * 7919 % 1009 from generate_series(1, 2000) n;
