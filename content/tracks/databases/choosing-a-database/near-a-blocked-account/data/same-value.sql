-- What reads the same is another thing when its kind is another.
insert into accounts (id, email, is_blocked) values
  (1, 'one@post.test', true),
  (2, 'two@post.test', false),
  (3, 'three@post.test', false),
  (4, 'four@post.test', false);

insert into traits (account_id, kind, value) values
  (1, 'card', '4000'),
  (1, 'device', 'x'),
  (2, 'address', '4000'),
  (2, 'card', 'x'),
  (3, 'card', '4000'),
  (4, 'device', '4000'),
  (4, 'address', 'x');
