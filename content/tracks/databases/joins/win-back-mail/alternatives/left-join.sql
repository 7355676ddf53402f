select customers.id, customers.name, customers.email
from customers
left join orders on orders.customer_id = customers.id and orders.status <> 'cancelled'
where orders.customer_id is null;
