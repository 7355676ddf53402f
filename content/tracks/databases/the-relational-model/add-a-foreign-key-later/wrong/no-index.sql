-- caught by: there is an index that begins with coupon_code
set lock_timeout = '2s';
alter table orders add constraint orders_coupon foreign key (coupon_code) references coupons (code) not valid;
update orders set coupon_code = null where coupon_code is not null and coupon_code not in (select code from coupons);
alter table orders validate constraint orders_coupon;
