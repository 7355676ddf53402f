select id, status, coupon
from orders
where (coupon = 'WELCOME10') is not true
  and not status = 'cancelled'
order by id;
