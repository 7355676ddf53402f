select customer_id, id as order_id, placed_at, status
from (
  select *, row_number() over (partition by customer_id order by placed_at desc, id desc) as place
  from orders
  where customer_id is not null
) as numbered
where place = 1;
