create table customers (
  id int primary key,
  name text not null,
  token text not null unique,
  support boolean not null default false
);

create table orders (
  id int generated always as identity primary key,
  customer_id int not null references customers (id),
  status text not null default 'open',
  book text not null,
  note text not null
);
