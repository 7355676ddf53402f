-- caught by: a deleted order takes its redemption along

create table coupons (
  code text primary key check (code ~ '^[A-Z0-9]{4,12}$'),
  percent integer not null check (percent between 1 and 100),
  valid_until date,
  created_at timestamptz not null default now()
);

create table redemptions (
  order_id integer primary key references orders (id),
  coupon_code text not null references coupons (code),
  redeemed_at timestamptz not null default now()
);
