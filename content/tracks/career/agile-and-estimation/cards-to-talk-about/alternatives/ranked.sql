-- Without a percentile function: the smallest age up to which at least 85% of the finished ones lie.
with finished as (
  select kind, finished_on - started_on + 1 as age from tickets where finished_on is not null
), reached as (
  select kind, age, cume_dist() over (partition by kind order by age) as share from finished
), expected as (
  select kind, min(age) as expectation from reached where share >= 0.85 group by kind
)
select t.id, t.kind, a.age, e.expectation, a.age - e.expectation as days_over
from tickets t
cross join lateral (select date '2026-04-01' - t.started_on + 1) as a (age)
join expected e on e.kind = t.kind
where t.finished_on is null and a.age > e.expectation
order by a.age - e.expectation desc, t.id;
