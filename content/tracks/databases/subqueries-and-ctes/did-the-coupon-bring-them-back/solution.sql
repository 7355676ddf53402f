with standing as (
  select id, customer_id, coupon, placed_at
  from orders
  where status <> 'cancelled' and customer_id is not null
), firsts as (
  select distinct on (customer_id) customer_id, coupon
  from standing
  order by customer_id, placed_at, id
), totals as (
  select customer_id, count(*) as orders
  from standing
  group by customer_id
)
select
  firsts.coupon,
  count(*) as customers,
  count(*) filter (where totals.orders > 1) as came_back
from firsts
join totals on totals.customer_id = firsts.customer_id
group by firsts.coupon;
