-- caught by: nulls
select distinct city
from customers;
