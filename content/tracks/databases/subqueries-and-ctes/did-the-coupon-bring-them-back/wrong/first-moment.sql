-- caught by: ties
with standing as (
  select * from orders where status <> 'cancelled' and customer_id is not null
), firsts as (
  select customer_id, min(placed_at) as placed_at, count(*) as orders from standing group by customer_id
)
select standing.coupon, count(*) as customers, count(*) filter (where firsts.orders > 1) as came_back
from standing
join firsts on firsts.customer_id = standing.customer_id and firsts.placed_at = standing.placed_at
group by standing.coupon;
