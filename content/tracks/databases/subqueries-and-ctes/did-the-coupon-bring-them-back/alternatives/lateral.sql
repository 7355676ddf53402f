select f.coupon, count(*) as customers, coalesce(sum(f.again), 0) as came_back
from customers c
cross join lateral (
  select o.coupon,
    case when exists (
      select from orders x
      where x.customer_id = c.id and x.status <> 'cancelled' and (x.placed_at, x.id) > (o.placed_at, o.id)
    ) then 1 else 0 end as again
  from orders o
  where o.customer_id = c.id and o.status <> 'cancelled'
  order by o.placed_at, o.id
  limit 1
) f
group by f.coupon;
