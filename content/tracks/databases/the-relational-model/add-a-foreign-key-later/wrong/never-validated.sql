-- caught by: the foreign key is there and valid
set lock_timeout = '2s';
create index concurrently orders_coupon_code on orders (coupon_code);
alter table orders add constraint orders_coupon foreign key (coupon_code) references coupons (code) not valid;
update orders set coupon_code = null where coupon_code is not null and coupon_code not in (select code from coupons);
