-- caught by: visible
select city
from customers
where city is not null
group by city
having count(*) = 1;
