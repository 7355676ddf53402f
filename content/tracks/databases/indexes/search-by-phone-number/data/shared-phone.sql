-- Two customers share the number; one of them gave it again on each of their orders, and one order is a guest's.
insert into customers (id, name, phone)
select n, 'Customer ' || n, case when n in (5, 6) then '+351 5550' else '+351 ' || 100000 + n end
from generate_series(1, 4000) as n;

insert into orders (id, customer_id, delivery_phone)
select
  n,
  case when n <= 3 then 5 when n <= 5 then 6 when n = 6 then null when n = 7 then 9 else 10 + n % 3900 end,
  case when n <= 3 or n in (6, 7) then '+351 5550' when n % 3 = 0 then '+351 ' || 200000 + n end
from generate_series(1, 16000) as n;
