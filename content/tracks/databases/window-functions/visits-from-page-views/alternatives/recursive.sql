with recursive ordered as (
  select visitor, viewed_at, row_number() over (partition by visitor order by viewed_at, id) as n from page_views
), walk as (
  select visitor, viewed_at, n, 1 as visit from ordered where n = 1
  union all
  select o.visitor, o.viewed_at, o.n, walk.visit + case when o.viewed_at - walk.viewed_at > '30 minutes' then 1 else 0 end
  from walk join ordered o on o.visitor = walk.visitor and o.n = walk.n + 1
)
select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from walk
group by visitor, visit;
