select distinct customers.id, customers.name
from customers
join reviews on reviews.customer_id = customers.id;
