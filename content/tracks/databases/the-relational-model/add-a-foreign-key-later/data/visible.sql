insert into coupons (code) values ('SPRING25'), ('AUTUMN10'), ('LAST');

-- 3,000 orders; every 500th names a coupon that does not exist.
insert into orders (id, coupon_code, total)
select n, case when n % 500 = 0 then 'SPRNG25' when n % 3 = 0 then 'SPRING25' when n % 7 = 0 then 'LAST' end, n % 90 + 5
from generate_series(1, 3000) as n;
