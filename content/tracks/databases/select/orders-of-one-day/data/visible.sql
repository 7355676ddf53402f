-- 20,000 orders, one every eleven minutes: 131 or so each day.
insert into orders (id, placed_at, total)
select n, timestamptz '2026-01-01 00:03+00' + n * interval '11 minutes', 5 + n * 37 % 9000 / 100.0
from generate_series(1, 20000) as n;
