-- Counts weeks as multiples of seven days, and never leaves the type date.
select first.monday + 7 * n as week,
       (select count(*) from tickets
        where outcome = 'done' and closed_on between first.monday + 7 * n and first.monday + 7 * n + 6) as finished
from (
  select min(closed_on) - (extract(isodow from min(closed_on))::integer - 1) as monday, max(closed_on) as last_day
  from tickets
  where outcome = 'done'
) as first,
generate_series(0, (first.last_day - first.monday) / 7) as n
order by week;
