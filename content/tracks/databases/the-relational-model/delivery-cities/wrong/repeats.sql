-- caught by: duplicates
select city
from customers
where city is not null;
