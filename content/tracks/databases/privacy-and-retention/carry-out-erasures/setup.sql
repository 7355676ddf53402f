create table job (
  today date not null
);

create table customers (
  id integer primary key,
  email text not null unique,
  name text not null,
  phone text,
  newsletter boolean not null default false,
  created_on date not null,
  erased_on date
);

create table addresses (
  id integer primary key,
  customer_id integer not null references customers (id),
  street text not null,
  city text not null
);

create table login_events (
  id integer primary key,
  customer_id integer not null references customers (id) on delete cascade,
  ip text not null
);

create table reviews (
  id integer primary key,
  customer_id integer references customers (id),
  rating integer not null check (rating between 1 and 5),
  body text
);

create table orders (
  id integer primary key,
  customer_id integer not null references customers (id),
  placed_on date not null,
  invoice_name text not null,
  invoice_address text not null,
  delivery_note text
);

create table order_lines (
  order_id integer not null references orders (id),
  line integer not null,
  title text not null,
  primary key (order_id, line)
);

create table legal_holds (
  customer_id integer primary key references customers (id),
  reason text not null
);

create table erasure_requests (
  id integer primary key,
  customer_id integer not null references customers (id),
  requested_on date not null,
  done_on date,
  refused_because text
);
