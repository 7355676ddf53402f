select visitor, min(viewed_at) as started_at, max(viewed_at) as ended_at, count(*) as views
from (
  select *, sum(mark) over (partition by visitor order by viewed_at) as visit
  from (
    select visitor, viewed_at,
      case when viewed_at <= lag(viewed_at) over (partition by visitor order by viewed_at) + interval '30 minutes'
        then 0 else 1 end as mark
    from page_views
  ) marked
) numbered
group by visitor, visit;
