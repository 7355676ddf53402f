create table books (
  id integer primary key,
  title text not null,
  price numeric(10, 2) not null check (price >= 0),
  stock integer not null check (stock >= 0)
);

create table orders (
  id integer generated always as identity primary key,
  customer_id integer not null,
  book_id integer not null references books (id),
  copies integer not null check (copies > 0),
  total numeric(10, 2) not null,
  placed_at timestamptz not null default now()
);

create table idempotency_keys (
  customer_id integer not null,
  key text not null,
  book_id integer,
  copies integer,
  status integer,
  location text,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (customer_id, key)
);
