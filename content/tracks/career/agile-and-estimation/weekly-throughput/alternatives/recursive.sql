with recursive per_week as (
  select date_trunc('week', closed_on::timestamp)::date as week, count(*)::integer as finished
  from tickets
  where outcome = 'done'
  group by 1
), weeks (week) as (
  select min(week) from per_week having count(*) > 0
  union all
  select week + 7 from weeks where week < (select max(week) from per_week)
)
select week, coalesce(finished, 0) as finished
from weeks left join per_week using (week)
order by week;
