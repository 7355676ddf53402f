-- caught by: the orders that the old query finds
select orders.id, customers.name
from orders
join customers on customers.id = orders.customer_id
where orders.delivery_phone = '+351 5550'
union
select orders.id, customers.name
from customers
join orders on orders.customer_id = customers.id
where customers.phone = '+351 5550';
