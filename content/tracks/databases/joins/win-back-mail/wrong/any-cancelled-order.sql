-- caught by: duplicates
select customers.id, customers.name, customers.email
from customers
left join orders on orders.customer_id = customers.id
where orders.id is null
  or orders.status = 'cancelled';
