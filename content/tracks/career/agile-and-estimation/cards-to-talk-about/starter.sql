select id, kind, date '2026-04-01' - started_on as age
from tickets
where finished_on is null
order by age desc;
