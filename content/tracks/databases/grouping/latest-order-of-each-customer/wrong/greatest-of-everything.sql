-- caught by: visible
select customer_id, max(id) as order_id, max(placed_at) as placed_at, max(status) as status
from orders
where customer_id is not null
group by customer_id;
