-- 5,000 customers; among the first 3,000, two of five have no phone.
insert into customers (id, name, phone)
select n, 'Customer ' || n, case when n > 3000 or n % 5 < 3 then '+351 ' || 900000000 + n end
from generate_series(1, 5000) as n;
