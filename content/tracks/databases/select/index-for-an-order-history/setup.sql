create table orders (
  id integer primary key,
  customer_id integer not null,
  placed_at timestamptz not null,
  total numeric(10, 2) not null
);
