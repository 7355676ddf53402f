-- caught by: visible
select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from (
  select
    visitor,
    viewed_at,
    viewed_at - lag(viewed_at) over (partition by visitor order by viewed_at, id) > interval '30 minutes' as after_pause
  from page_views
) as marked
group by visitor, after_pause;
