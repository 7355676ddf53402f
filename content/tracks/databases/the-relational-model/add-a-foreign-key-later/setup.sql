create table coupons (
  code text primary key
);

create table orders (
  id integer primary key,
  coupon_code text,
  total numeric(10, 2) not null
);
