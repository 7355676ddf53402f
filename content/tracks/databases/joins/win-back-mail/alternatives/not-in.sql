select id, name, email
from customers
where id not in (
  select customer_id
  from orders
  where status <> 'cancelled' and customer_id is not null
);
