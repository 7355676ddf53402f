-- caught by: at most 100 orders are read
select orders.id, (select name from customers where customers.id = orders.customer_id) as name
from orders
where delivery_phone = '+351 5550'
  or exists (select from customers where customers.id = orders.customer_id and customers.phone = '+351 5550');
