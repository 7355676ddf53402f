-- caught by: visible
select date_trunc('week', closed_on)::date as week, count(*) as finished
from tickets
where outcome = 'done'
group by 1
order by 1;
