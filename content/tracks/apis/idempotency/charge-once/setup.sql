create table orders (
  id integer primary key,
  customer_id integer not null,
  total numeric(10, 2) not null check (total >= 0),
  status text not null default 'open' check (status in ('open', 'paid'))
);

create table attempts (
  id integer generated always as identity primary key,
  order_id integer not null references orders (id),
  key text not null unique,
  amount numeric(10, 2) not null,
  outcome text check (outcome in ('charged', 'declined')),
  charge text,
  started_at timestamptz not null default now(),
  check ((outcome = 'charged') = (charge is not null))
);

create unique index one_open_attempt on attempts (order_id) where outcome is null;
