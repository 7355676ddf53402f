create table customers (
  id integer primary key,
  name text not null,
  email text not null unique,
  phone text,
  referred_by integer references customers (id) check (referred_by <> id)
);

create table orders (
  id integer primary key,
  customer_id integer references customers (id), -- null for a guest
  total numeric(10, 2) not null
);

create table reviews (
  id integer primary key,
  book_id integer not null,
  customer_id integer not null references customers (id) on delete cascade,
  rating integer not null check (rating between 1 and 5),
  unique (book_id, customer_id)
);

create table account_merges (
  drop_id integer primary key references customers (id) on delete cascade,
  keep_id integer not null unique references customers (id) check (keep_id <> drop_id)
);
