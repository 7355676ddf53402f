select date_trunc('week', closed_on)::date as week, count(*)::integer as finished
from tickets
group by 1
order by 1;
