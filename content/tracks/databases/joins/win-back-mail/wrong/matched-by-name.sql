-- caught by: duplicates
select id, name, email
from customers
where lower(name) not in (
  select lower(c.name)
  from orders
  join customers as c on c.id = orders.customer_id
  where orders.status <> 'cancelled'
);
