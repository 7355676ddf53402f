create table coupons (
  code varchar(12) not null,
  percent integer not null,
  valid_until date default null,
  created_at timestamptz not null default current_timestamp,
  primary key (code),
  constraint code_is_long_enough check (length(code) >= 4),
  constraint code_has_plain_characters check (code !~ '[^A-Z0-9]'),
  constraint percent_makes_sense check (percent > 0 and percent <= 100)
);

create table redemptions (
  id bigint generated always as identity primary key,
  order_id integer not null unique,
  coupon_code varchar(12) not null,
  redeemed_at timestamptz not null default now(),
  foreign key (order_id) references orders on delete cascade,
  foreign key (coupon_code) references coupons on delete restrict
);
