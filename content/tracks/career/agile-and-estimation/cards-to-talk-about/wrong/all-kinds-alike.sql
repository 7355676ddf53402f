-- caught by: visible
with expectations as (
  select percentile_disc(0.85) within group (order by finished_on - started_on + 1) as expectation
  from tickets
  where finished_on is not null
  having count(*) > 0
), in_work as (
  select id, kind, date '2026-04-01' - started_on + 1 as age
  from tickets
  where finished_on is null
)
select id, kind, age, expectation, age - expectation as days_over
from in_work
cross join expectations
where age > expectation
order by days_over desc;
