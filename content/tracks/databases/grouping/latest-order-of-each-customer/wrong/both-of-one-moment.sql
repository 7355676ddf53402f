-- caught by: ties
select o.customer_id, o.id as order_id, o.placed_at, o.status
from orders as o
join (
  select customer_id, max(placed_at) as placed_at
  from orders
  group by customer_id
) as latest on latest.customer_id = o.customer_id and latest.placed_at = o.placed_at;
