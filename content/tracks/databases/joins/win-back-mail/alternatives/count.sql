select customers.id, customers.name, customers.email
from customers
left join orders on orders.customer_id = customers.id
group by customers.id
having count(*) filter (where orders.status <> 'cancelled') = 0;
