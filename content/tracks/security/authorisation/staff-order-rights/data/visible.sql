insert into shops (id, name) values (1, 'Harbour Street'), (2, 'Old Mill');

insert into staff (shop_id, name, role, token) values
  (1, 'Maren', 'manager', 'token-maren'),
  (1, 'Cleo', 'clerk', 'token-cleo'),
  (1, 'Cyrus', 'clerk', 'token-cyrus'),
  (1, 'Aude', 'auditor', 'token-aude'),
  (1, 'Timo', 'trainee', 'token-timo'),
  (2, 'Milan', 'manager', 'token-milan'),
  (2, 'Carla', 'clerk', 'token-carla');

insert into orders (shop_id, status, total_cents, assignee_id) values
  (1, 'paid', 3900, 2),
  (1, 'paid', 5000, 2),
  (2, 'paid', 1800, 7),
  (1, 'paid', 5001, 2),
  (1, 'refunded', 2000, 2),
  (1, 'paid', 2450, 3),
  (1, 'paid', 1200, null),
  (2, 'refunded', 900, null);
