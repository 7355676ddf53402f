-- The number is nowhere, and most numbers are missing.
insert into customers (id, name, phone)
select n, 'Customer ' || n, case when n % 50 = 0 then '+351 ' || 100000 + n end
from generate_series(1, 4000) as n;

insert into orders (id, customer_id, delivery_phone)
select n, case when n % 2 = 0 then 1 + n % 4000 end, case when n % 30 = 0 then '+351 ' || 200000 + n end
from generate_series(1, 16000) as n;
