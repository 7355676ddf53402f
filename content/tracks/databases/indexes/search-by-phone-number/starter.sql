select orders.id, customers.name
from orders
left join customers on customers.id = orders.customer_id
where customers.phone = '+351 5550'
  or orders.delivery_phone = '+351 5550';
