insert into accounts (id, email, is_blocked) values
  (1, 'grey@post.test', true),
  (2, 'grey.2@post.test', false),
  (3, 'brown@post.test', false),
  (4, 'black@post.test', false),
  (5, 'white@post.test', true),
  (6, 'green@post.test', false),
  (7, 'blue@post.test', false),
  (8, 'amber@post.test', false),
  (9, 'ivory@post.test', false);

-- 1 - 2 - 3 - 6 - 7 - 8, and back from 3 to 4, which 1 and 5 are linked with.
insert into traits (account_id, kind, value) values
  (1, 'card', '17'),
  (1, 'address', 'Mill Lane 4'),
  (2, 'card', '17'),
  (2, 'address', 'Mill Lane 4'),
  (2, 'device', 'd-81'),
  (3, 'device', 'd-81'),
  (3, 'card', '55'),
  (4, 'card', '55'),
  (4, 'device', 'd-30'),
  (1, 'device', 'd-30'),
  (5, 'device', 'd-30'),
  (3, 'address', 'Quay 9'),
  (6, 'address', 'Quay 9'),
  (6, 'device', 'd-12'),
  (7, 'device', 'd-12'),
  (7, 'card', '60'),
  (8, 'card', '60'),
  (9, 'address', '17');
