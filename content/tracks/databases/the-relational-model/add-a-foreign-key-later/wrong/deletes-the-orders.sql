-- caught by: orders with an unknown code lose it, and nothing else changes
set lock_timeout = '2s';
create index concurrently orders_coupon_code on orders (coupon_code);
alter table orders add constraint orders_coupon foreign key (coupon_code) references coupons (code) not valid;
delete from orders where coupon_code not in (select code from coupons);
alter table orders validate constraint orders_coupon;
