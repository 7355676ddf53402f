insert into customers (id, name, token) values
  (1, 'Amira', 'not-yet-amira'),
  (2, 'Ben', 'not-yet-ben'),
  (3, 'Chloe', 'not-yet-chloe');

insert into orders (customer_id, status, book, note) values
  (1, 'paid', 'Slow Queries', 'Happy birthday, Yusuf'),
  (2, 'shipped', 'Locks and Keys', 'For the new flat'),
  (1, 'open', 'Ada''s Notes', ''),
  (3, 'paid', 'Slow Queries', 'Read it twice'),
  (2, 'open', 'A Field Guide to Locks', 'With love'),
  (1, 'shipped', 'Caching and Other Lies', 'Told you so'),
  (3, 'open', 'Ada''s Notes', '');
