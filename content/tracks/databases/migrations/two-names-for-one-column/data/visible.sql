-- 5,000 customers.
insert into customers (id, fullname, city)
select n, 'Customer ' || n, case when n % 3 <> 0 then 'Porto' end
from generate_series(1, 5000) as n;
