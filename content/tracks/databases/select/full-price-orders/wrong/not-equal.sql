-- caught by: visible
select id, status, coupon
from orders
where coupon <> 'WELCOME10'
  and status <> 'cancelled';
