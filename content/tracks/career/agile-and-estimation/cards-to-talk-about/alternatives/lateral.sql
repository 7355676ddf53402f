select id, kind, age, expectation, age - expectation as days_over
from (
  select id, kind, date '2026-04-02' - started_on as age,
         (select percentile_disc(0.85) within group (order by done.finished_on - done.started_on)
          from tickets done
          where done.kind = open.kind and done.finished_on is not null) + 1 as expectation
  from tickets open
  where finished_on is null
) as cards
where age > expectation
order by 5 desc;
