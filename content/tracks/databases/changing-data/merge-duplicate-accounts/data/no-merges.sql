-- Accounts, and nothing to merge.
insert into customers (id, name, email, phone, referred_by) values
  (1, 'Una Byrne', 'una@example.com', null, null),
  (2, 'Vik Patel', 'vik@example.com', '+353 1', 1);

insert into orders (id, customer_id, total) values (1, 1, 10.00), (2, null, 10.00);

insert into reviews (id, book_id, customer_id, rating) values (1, 1, 1, 5), (2, 1, 2, 4);
