-- 4,000 customers and 16,000 orders. The number that is searched for is that of customer 42, stands on an order of
-- theirs and on one of somebody else, and a guest has given it, too.
insert into customers (id, name, phone)
select n, 'Customer ' || n, case when n = 42 then '+351 5550' when n % 5 <> 0 then '+351 ' || 100000 + n end
from generate_series(1, 4000) as n;

insert into orders (id, customer_id, delivery_phone)
select
  n,
  case when n % 7 <> 0 then 1 + n * 13 % 4000 end,
  case when n in (6157, 1557, 700) then '+351 5550' when n % 3 = 0 then '+351 ' || 200000 + n end
from generate_series(1, 16000) as n;
