-- caught by: visible
with finished as (
  select date_trunc('week', closed_on)::date as week
  from tickets
  where outcome = 'done'
), weeks as (
  select generate_series(min(week), max(week), interval '1 week')::date as week
  from finished
)
select weeks.week, count(*) as finished
from weeks
left join finished using (week)
group by weeks.week
order by weeks.week;
