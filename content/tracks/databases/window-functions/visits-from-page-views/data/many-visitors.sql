-- Visitors whose views lie between each other, with pauses around thirty minutes, views of one moment, and no order of ids.
insert into page_views (visitor, path, viewed_at)
select
  'visitor ' || v,
  '/books/' || n % 5,
  timestamptz '2026-03-01 00:00:00+00' + v * interval '7 minutes' + (n * (n + v) % 97) * interval '10 minutes'
from generate_series(1, 9) as v, generate_series(25, 1, -1) as n;
