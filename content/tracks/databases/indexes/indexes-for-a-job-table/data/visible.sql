-- 20,000 jobs of 6,000 orders; 200 of them are open.
insert into orders (id) select n from generate_series(1, 6000) as n;

insert into jobs (id, order_id, kind, state, run_at)
select
  n,
  1 + (n * 17 + n / 100) % 6000,
  (array['mail', 'invoice', 'parcel'])[1 + n / 6000 % 3],
  case when n % 100 = 0 then 'open' when n % 37 = 0 then 'failed' else 'done' end,
  timestamptz '2026-01-01 00:00+00' + (n * 7919 % 20000) * interval '5 minutes'
from generate_series(1, 20000) as n;
