-- The workers stood still: 3,000 of 20,000 jobs are open, the oldest ones last in the table.
insert into orders (id) select n from generate_series(1, 7000) as n;

insert into jobs (id, order_id, kind, state, run_at)
select
  n,
  1 + n % 7000,
  (array['mail', 'invoice', 'parcel'])[1 + n / 7000],
  case when n % 20 < 3 then 'open' else 'done' end,
  timestamptz '2026-06-01 00:00+00' - n * interval '1 minute'
from generate_series(1, 20000) as n;
