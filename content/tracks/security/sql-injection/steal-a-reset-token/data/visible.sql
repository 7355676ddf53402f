insert into books (title, author, price_cents, published_on) values
  ('Slow Queries', 'Ines Mora', 3900, '2021-03-01'),
  ('Ada''s Notes', 'Ruth Bell', 2450, '2019-10-15'),
  ('Locks and Keys', 'Tomas Lind', 4200, '2023-05-20'),
  ('100% Uptime; or, Never Again', 'Ines Mora', 1800, '2020-01-31'),
  ('Union Select: A Love Story', 'Priya Nair', 1500, '2022-02-14'),
  ('Caching -- and Other Lies', 'Okoro Eze', 3100, '2018-07-07'),
  ('The Order of Things by Group', 'Tomas Lind', 2700, '2024-11-11'),
  ('O''Hara''s "Quoted" Works', 'Ruth Bell', 5200, '2017-04-01');

insert into staff (email, reset_token) values
  ('admin@bookshop.test', null),
  ('support@bookshop.test', null);
