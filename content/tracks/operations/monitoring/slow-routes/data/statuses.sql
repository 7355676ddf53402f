-- Each side of the border between what the client did wrong and what the server did.
delete from requests;
insert into requests (id, route, status, duration_ms) values
  (1, '/basket', 499, 10),
  (2, '/basket', 500, 900),
  (3, '/basket', 599, 800),
  (4, '/basket', 302, 20),
  (5, '/basket', 404, 30),
  (6, '/basket', 200, 40),
  (7, '/basket', 200, 50);
