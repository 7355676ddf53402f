-- caught by: visible
select distinct on (customer_id) customer_id, id as order_id, placed_at, status
from orders
order by customer_id, placed_at desc, id desc;
