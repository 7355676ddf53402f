select id, name, email
from customers
where not exists (
  select
  from orders
  where orders.customer_id = customers.id
    and orders.status <> 'cancelled'
);
