select coupon, count(*) as customers, count(*) filter (where n > 1) as came_back
from (
  select coupon,
    row_number() over (partition by customer_id order by placed_at, id) as place,
    count(*) over (partition by customer_id) as n
  from orders
  where status <> 'cancelled' and customer_id is not null
) as numbered
where place = 1
group by coupon;
