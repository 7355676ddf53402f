-- Half a year with busy, quiet and empty weeks, and with dropped items in between.
insert into tickets (id, title, closed_on, outcome)
select n, 'item ' || n, date '2025-09-01' + (n * n * 3) % 180, case when n % 4 = 0 then 'dropped' else 'done' end
from generate_series(1, 45) as n;
