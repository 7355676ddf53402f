-- Blocked accounts that are linked with each other, and an account that is near to one and far from another.
insert into accounts (id, email, is_blocked) values
  (1, 'one@post.test', true),
  (2, 'two@post.test', true),
  (3, 'three@post.test', false),
  (4, 'four@post.test', false),
  (5, 'five@post.test', true),
  (6, 'six@post.test', false),
  (7, 'seven@post.test', true);

insert into traits (account_id, kind, value) values
  (1, 'card', 'a'),
  (2, 'card', 'a'),
  (1, 'device', 'b'),
  (3, 'device', 'b'),
  (3, 'address', 'c'),
  (4, 'address', 'c'),
  (4, 'card', 'd'),
  (5, 'card', 'd'),
  (7, 'card', 'nobody else');
