-- caught by: visible
with expectations as (
  select kind, percentile_disc(0.15) within group (order by finished_on - started_on + 1) as expectation
  from tickets
  where finished_on is not null
  group by kind
), in_work as (
  select id, kind, date '2026-04-01' - started_on + 1 as age
  from tickets
  where finished_on is null
)
select id, kind, age, expectation, age - expectation as days_over
from in_work
join expectations using (kind)
where age > expectation
order by days_over desc;
