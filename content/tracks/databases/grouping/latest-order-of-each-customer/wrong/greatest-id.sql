-- caught by: ties
select customer_id, id as order_id, placed_at, status
from orders
where id in (select max(id) from orders where customer_id is not null group by customer_id);
