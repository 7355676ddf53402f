-- caught by: nulls
select customers.id, customers.name, customers.email
from customers
left join orders on orders.customer_id = customers.id
where orders.id is null
  and orders.status <> 'cancelled';
