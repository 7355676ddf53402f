-- caught by: cancelled-first
with standing as (
  select * from orders where status <> 'cancelled' and customer_id is not null
), firsts as (
  select customer_id, min(id) as id, count(*) as orders from standing group by customer_id
)
select standing.coupon, count(*) as customers, count(*) filter (where firsts.orders > 1) as came_back
from standing
join firsts on firsts.id = standing.id
group by standing.coupon;
