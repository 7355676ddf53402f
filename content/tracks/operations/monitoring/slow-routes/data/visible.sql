insert into requests (id, route, status, duration_ms)
select n, '/books/:id', 200, 40 + n from generate_series(1, 20) as n;

insert into requests (id, route, status, duration_ms) values
  (21, '/checkout', 201, 120),
  (22, '/checkout', 201, 150),
  (23, '/checkout', 422, 30),
  (24, '/checkout', 201, 180),
  (25, '/checkout', 201, 210),
  (26, '/checkout', 500, 9),
  (27, '/checkout', 201, 4200),
  (28, '/checkout', 201, 190),
  (29, '/search', 200, 40),
  (30, '/search', 200, 45),
  (31, '/search', 503, 1),
  (32, '/export', 504, 30000),
  (33, '/export', 504, 30000),
  (34, null, 404, 2),
  (35, null, 404, 1);
