-- Nine accounts in a ring, of which one is blocked: the farthest two are four steps away, on either side. Ids do not rise along it.
insert into accounts (id, email, is_blocked)
select id, 'ring-' || id || '@post.test', id = 4 from generate_series(1, 9) as id;

insert into traits (account_id, kind, value)
select (array[4, 9, 1, 7, 3, 8, 2, 6, 5])[at + 1], 'device', 'edge-' || side
from generate_series(0, 8) as at
cross join lateral (values (at), ((at + 1) % 9)) as edge (side);
