create index on orders (coupon_code);
