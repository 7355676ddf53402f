-- A chain of eight. The fifth step and those after it are too far.
insert into accounts (id, email, is_blocked)
select id, 'chain-' || id || '@post.test', id = 80 from generate_series(10, 80, 10) as id;

insert into traits (account_id, kind, value)
select id, 'card', 'c-' || least(id, other) from generate_series(10, 80, 10) as id
cross join lateral (values (id - 10), (id + 10)) as neighbour (other)
where other between 10 and 80;
