insert into accounts (id, email, is_blocked) values (1, 'one@post.test', false), (2, 'two@post.test', false);
insert into traits (account_id, kind, value) values (1, 'card', 'a'), (2, 'card', 'a');
