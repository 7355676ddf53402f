insert into coupons (code) values ('SPRING25');

insert into orders (id, coupon_code, total)
select n, case when n % 3 = 0 then 'SPRING25' end, n % 90 + 5
from generate_series(1, 2000) as n;
