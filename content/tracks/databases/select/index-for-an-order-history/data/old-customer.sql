-- Customer 42 bought a lot, all of it long ago.
insert into orders (id, customer_id, placed_at, total)
select
  n,
  case when n in (50, 9000, 19000) then 7 when n <= 6000 then 42 else 100 + n % 900 end,
  timestamptz '2026-01-01 00:00+00' + n * interval '13 minutes',
  5 + n * 37 % 9000 / 100.0
from generate_series(1, 20000) as n;
