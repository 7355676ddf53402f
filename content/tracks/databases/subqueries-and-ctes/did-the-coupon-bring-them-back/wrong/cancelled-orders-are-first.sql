-- caught by: cancelled-first
with firsts as (
  select distinct on (customer_id) customer_id, coupon, status
  from orders
  where customer_id is not null
  order by customer_id, placed_at, id
), totals as (
  select customer_id, count(*) as orders
  from orders
  where status <> 'cancelled'
  group by customer_id
)
select firsts.coupon, count(*) as customers, count(*) filter (where totals.orders > 1) as came_back
from firsts
join totals on totals.customer_id = firsts.customer_id
group by firsts.coupon;
