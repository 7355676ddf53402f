-- 150 customers share one address, one of them is blocked, and from three of them a chain leads on.
insert into accounts (id, email, is_blocked)
select id, 'office-' || id || '@post.test', id = 100 from generate_series(1, 150) as id;
insert into accounts (id, email, is_blocked)
select id, 'friend-' || id || '@post.test', false from generate_series(201, 212) as id;

insert into traits (account_id, kind, value)
select id, 'address', 'Office Park 1' from generate_series(1, 150) as id;

insert into traits (account_id, kind, value)
select 200 + (branch - 1) * 4 + depth, 'device', 'd-' || branch || '-' || depth + side
from generate_series(1, 3) as branch, generate_series(1, 4) as depth, generate_series(0, 1) as side;
insert into traits (account_id, kind, value)
select branch * 7, 'device', 'd-' || branch || '-1' from generate_series(1, 3) as branch;
