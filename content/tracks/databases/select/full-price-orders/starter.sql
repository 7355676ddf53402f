select id, status, coupon
from orders;
