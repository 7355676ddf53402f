-- caught by: at most 100 orders are read
select orders.id, customers.name
from orders
left join customers on customers.id = orders.customer_id
where orders.delivery_phone = '+351 5550'
  or orders.customer_id in (select id from customers where phone = '+351 5550');
