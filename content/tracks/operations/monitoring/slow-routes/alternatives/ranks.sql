-- Without the aggregate: the smallest duration whose rank is at least the share of the count.
with answered as (
  select
    route,
    duration_ms,
    row_number() over (partition by route order by duration_ms) as place,
    count(*) over (partition by route) as places
  from requests
  where status < 500
),
percentiles as (
  select
    route,
    min(duration_ms) filter (where place * 100 >= places * 50) as p50_ms,
    min(duration_ms) filter (where place * 100 >= places * 95) as p95_ms
  from answered
  group by route
)
select r.route, count(*) as requests, round(avg(case when r.status >= 500 then 100.0 else 0 end), 2) as error_percent, p.p50_ms, p.p95_ms
from requests as r
left join percentiles as p on p.route = r.route
where r.route is not null
group by r.route, p.p50_ms, p.p95_ms
order by p.p95_ms desc nulls last, r.route;
