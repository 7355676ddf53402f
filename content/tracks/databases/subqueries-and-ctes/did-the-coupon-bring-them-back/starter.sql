select coupon, count(*) as customers
from orders
group by coupon;
