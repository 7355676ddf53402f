select customer_id, max(placed_at) as placed_at
from orders
group by customer_id;
