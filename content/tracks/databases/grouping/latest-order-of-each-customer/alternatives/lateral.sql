select c.id as customer_id, latest.id as order_id, latest.placed_at, latest.status
from customers as c
cross join lateral (
  select id, placed_at, status
  from orders
  where orders.customer_id = c.id
  order by placed_at desc, id desc
  limit 1
) as latest;
