-- caught by: a code has 4 to 12 upper-case letters or digits

create table coupons (
  code text primary key check (code ~ '[A-Z0-9]{4,12}'),
  percent integer not null check (percent between 1 and 100),
  valid_until date,
  created_at timestamptz not null default now()
);

create table redemptions (
  order_id integer primary key references orders (id) on delete cascade,
  coupon_code text not null references coupons (code),
  redeemed_at timestamptz not null default now()
);
