-- caught by: duplicates
select id, status, coupon
from orders
where coupon is null
  or coupon <> 'WELCOME10'
  and status <> 'cancelled';
