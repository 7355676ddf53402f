select id, status, coupon
from orders
where coupon is distinct from 'WELCOME10'
  and status <> 'cancelled';
