update orders o set coupon_code = null
where coupon_code is not null and not exists (select from coupons c where c.code = o.coupon_code);
create index concurrently if not exists orders_coupon_code_id on orders (coupon_code, id);
begin;
set local lock_timeout = '500ms';
alter table orders add constraint orders_coupon foreign key (coupon_code) references coupons not valid;
commit;
alter table orders validate constraint orders_coupon;
