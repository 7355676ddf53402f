set lock_timeout to '1500ms';

update orders o set coupon_code = null
where o.coupon_code is not null and not exists (select from coupons c where c.code = o.coupon_code);

alter table orders
  add constraint known_coupon foreign key (coupon_code) references coupons on delete no action not valid;

update orders o set coupon_code = null
where o.coupon_code is not null and not exists (select from coupons c where c.code = o.coupon_code);

alter table orders validate constraint known_coupon;

create index concurrently on orders (coupon_code, id);
