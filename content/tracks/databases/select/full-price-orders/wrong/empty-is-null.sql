-- caught by: nulls
select id, status, nullif(coupon, '') as coupon
from orders
where coupon is distinct from 'WELCOME10'
  and status <> 'cancelled';
