insert into customers (id, name, email, phone, referred_by) values
  (4, 'Daniel Kim', 'dkim@example.com', null, null),
  (13, 'daniel kim', 'daniel.kim@example.com', '+44 20 5550', null),
  (2, 'Ben Carter', 'ben.carter@example.com', '+44 113 5551', 17), -- referred himself, with the other address
  (17, 'Ben Carter', 'ben@example.com', '+44 113 5552', null),
  (11, 'Ben Carter', 'bcarter@example.com', null, 17), -- really another Ben Carter
  (6, 'Farid Aziz', 'farid@example.com', null, 2);

insert into orders (id, customer_id, total) values
  (6, 4, 18.50), (15, 4, 50.50), (20, 13, 12.00), (21, 13, 9.50), (2, 2, 24.00), (22, 17, 31.00), (12, 11, 8.55),
  (8, 6, 44.00), (14, null, 37.50);

insert into reviews (id, book_id, customer_id, rating) values
  (1, 5, 4, 2), (2, 5, 13, 4), (3, 8, 13, 5), (4, 4, 2, 5), (5, 9, 17, 3), (6, 4, 6, 4), (7, 9, 11, 1);

insert into account_merges (drop_id, keep_id) values (13, 4), (17, 2);
