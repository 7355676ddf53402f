-- caught by: visible
select id, status, coupon
from orders
where coupon is null
  and status <> 'cancelled';
