-- Routes with the same 95th percentile, and several without one.
delete from requests;
insert into requests (id, route, status, duration_ms) values
  (1, '/b', 200, 100), (2, '/b', 200, 20), (9, '/b', 200, 50),
  (3, '/a', 200, 100), (4, '/a', 200, 90),
  (5, '/d', 500, 7),
  (6, '/c', 502, 7),
  (7, '/e', 200, 100),
  (8, '/f', 200, 300);
