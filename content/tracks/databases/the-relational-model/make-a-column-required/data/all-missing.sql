insert into customers (id, name, phone)
select n, 'Customer ' || n, case when n > 3000 then '+351 ' || 900000000 + n end
from generate_series(1, 4000) as n;
