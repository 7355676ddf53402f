-- A thousand requests a route, with ranks that fall exactly on a request and between two; a few statuses fail.
delete from requests;
insert into requests (id, route, status, duration_ms)
select n, '/r' || n % 7, case when n % 31 = 0 then 500 when n % 17 = 0 then 404 else 200 end, (n * 7919) % 3001
from generate_series(1, 7003) as n;
insert into requests (id, route, status, duration_ms)
select 10000 + n, '/hundred', 200, n * 10 from generate_series(1, 100) as n;
