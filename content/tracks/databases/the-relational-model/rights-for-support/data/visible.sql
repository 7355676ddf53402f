insert into customers (id, name, city, email, password_hash) values
  (1, 'Inga Berg', 'Oslo', 'inga@example.com', 'x1'),
  (2, 'Rui Alves', 'Porto', 'rui@example.com', 'x2');

insert into orders (id, customer_id, status, total) values (10, 1, 'paid', 20.00), (11, 2, 'shipped', 35.50);

insert into payments (id, order_id, card_last4) values (100, 10, '4242');
