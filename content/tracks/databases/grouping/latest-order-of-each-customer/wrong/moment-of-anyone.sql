-- caught by: duplicates
select customer_id, max(id) as order_id, placed_at, min(status) as status
from orders
where placed_at in (select max(placed_at) from orders where customer_id is not null group by customer_id)
  and customer_id is not null
group by customer_id, placed_at;
