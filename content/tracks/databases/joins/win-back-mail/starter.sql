select customers.id, customers.name, customers.email
from customers
join orders on orders.customer_id = customers.id;
