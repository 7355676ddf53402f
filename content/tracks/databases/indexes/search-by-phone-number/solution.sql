with found as (
  select orders.id
  from orders
  where orders.delivery_phone = '+351 5550'
  union
  select orders.id
  from customers
  join orders on orders.customer_id = customers.id
  where customers.phone = '+351 5550'
)
select orders.id, customers.name
from found
join orders on orders.id = found.id
left join customers on customers.id = orders.customer_id;
