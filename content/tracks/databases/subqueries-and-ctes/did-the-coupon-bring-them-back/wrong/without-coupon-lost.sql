-- caught by: visible
with standing as (
  select * from orders where status <> 'cancelled' and customer_id is not null
), firsts as (
  select distinct on (customer_id) * from standing order by customer_id, placed_at, id
), began as (
  select coupon, count(*) as customers from firsts group by coupon
), returned as (
  select coupon, count(*) as came_back
  from firsts
  where exists (select from standing where standing.customer_id = firsts.customer_id and standing.id <> firsts.id)
  group by coupon
)
select began.coupon, began.customers, coalesce(returned.came_back, 0) as came_back
from began
left join returned on returned.coupon = began.coupon;
