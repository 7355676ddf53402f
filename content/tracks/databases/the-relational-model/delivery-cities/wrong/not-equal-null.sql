-- caught by: visible
select distinct city
from customers
where city <> null;
