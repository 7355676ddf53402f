create table customers (
  id integer primary key,
  name text not null,
  city text,
  email text not null,
  password_hash text not null
);

create table orders (
  id integer primary key,
  customer_id integer not null references customers (id),
  status text not null,
  total numeric(10, 2) not null
);

create table payments (
  id integer primary key,
  order_id integer not null references orders (id),
  card_last4 text not null
);
