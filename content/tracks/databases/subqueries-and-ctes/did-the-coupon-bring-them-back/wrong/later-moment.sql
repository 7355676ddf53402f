-- caught by: ties
with standing as (
  select * from orders where status <> 'cancelled' and customer_id is not null
), firsts as (
  select distinct on (customer_id) * from standing order by customer_id, placed_at, id
)
select
  coupon,
  count(*) as customers,
  count(*) filter (where exists (
    select from standing where standing.customer_id = firsts.customer_id and standing.placed_at > firsts.placed_at
  )) as came_back
from firsts
group by coupon;
