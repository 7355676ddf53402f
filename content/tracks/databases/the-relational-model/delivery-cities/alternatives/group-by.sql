select city
from customers
where city is not null
group by city
order by city;
