-- caught by: the orders that the old query finds
select orders.id, customers.name
from orders
left join customers on customers.id = orders.customer_id
where coalesce(orders.delivery_phone, customers.phone) = '+351 5550';
