-- caught by: ties
select city
from (select distinct name, city from customers) as people
where city is not null;
