-- caught by: a coupon that was used cannot be deleted

create table coupons (
  code text primary key check (code ~ '^[A-Z0-9]{4,12}$'),
  percent integer not null check (percent between 1 and 100),
  valid_until date,
  created_at timestamptz not null default now()
);

create table redemptions (
  order_id integer primary key references orders (id) on delete cascade,
  coupon_code text not null references coupons (code) on delete cascade,
  redeemed_at timestamptz not null default now()
);
