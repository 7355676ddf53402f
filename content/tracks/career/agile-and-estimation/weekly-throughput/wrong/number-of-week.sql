-- caught by: long-gap
with weeks as (
  select generate_series(date_trunc('week', min(closed_on)), date_trunc('week', max(closed_on)), interval '1 week')::date as week
  from tickets
  where outcome = 'done'
)
select week, count(tickets.id) as finished
from weeks
left join tickets on extract(week from closed_on) = extract(week from week) and outcome = 'done'
group by week
order by week;
