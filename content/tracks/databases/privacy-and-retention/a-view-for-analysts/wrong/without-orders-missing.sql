-- caught by: shows the customers masked
create view customers_for_analysis with (security_barrier) as
select
  id,
  extract(year from born_on)::integer as birth_year,
  left(email, 1) || '***' || substring(email from '@[^@]*$') as email,
  case when length(phone) >= 7 then '***' || right(phone, 3) end as phone,
  case when count(*) over (partition by city) >= 3 then city end as city,
  orders.orders
from customers
join (select customer_id, count(*) as orders from orders group by customer_id) as orders on orders.customer_id = customers.id
where erased_on is null
  and not objected;

grant select on customers_for_analysis to analyst;
