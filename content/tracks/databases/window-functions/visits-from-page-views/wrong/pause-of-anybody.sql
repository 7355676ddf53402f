-- caught by: many-visitors
with marked as (
  select
    id,
    visitor,
    viewed_at,
    viewed_at - lag(viewed_at) over (order by viewed_at, id) > interval '30 minutes' as after_pause
  from page_views
), numbered as (
  select
    visitor,
    viewed_at,
    count(*) filter (where after_pause) over (partition by visitor order by viewed_at, id rows unbounded preceding) as visit
  from marked
)
select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from numbered
group by visitor, visit;
