-- caught by: visible
select
  o.coupon,
  count(distinct o.customer_id) as customers,
  count(distinct o.customer_id) filter (where (
    select count(*) from orders as x where x.customer_id = o.customer_id and x.status <> 'cancelled'
  ) > 1) as came_back
from orders as o
where o.status <> 'cancelled' and o.customer_id is not null
group by o.coupon;
