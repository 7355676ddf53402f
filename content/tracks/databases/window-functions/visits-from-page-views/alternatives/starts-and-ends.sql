with starts as (
  select distinct visitor, viewed_at
  from page_views v
  where not exists (
    select from page_views e
    where e.visitor = v.visitor and e.viewed_at < v.viewed_at and e.viewed_at >= v.viewed_at - interval '30 minutes'
  )
), visits as (
  select visitor, viewed_at as started_at, lead(viewed_at) over (partition by visitor order by viewed_at) as next_start
  from starts
)
select s.visitor, s.started_at, max(v.viewed_at) as ended_at, count(*) as views
from visits s
join page_views v on v.visitor = s.visitor and v.viewed_at >= s.started_at
  and (s.next_start is null or v.viewed_at < s.next_start)
group by s.visitor, s.started_at;
