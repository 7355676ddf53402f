-- caught by: visible
select
  route,
  count(*) as requests,
  round(100.0 * count(*) filter (where status >= 500) / count(*), 2) as error_percent,
  percentile_cont(0.5) within group (order by duration_ms) filter (where status < 500) as p50_ms,
  percentile_cont(0.95) within group (order by duration_ms) filter (where status < 500) as p95_ms
from requests
where route is not null
group by route
order by p95_ms desc nulls last, route;
