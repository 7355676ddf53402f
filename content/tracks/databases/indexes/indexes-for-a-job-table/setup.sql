create table orders (
  id integer primary key
);

create table jobs (
  id integer primary key,
  order_id integer not null references orders (id) on delete cascade,
  kind text not null check (kind in ('mail', 'invoice', 'parcel')),
  state text not null check (state in ('open', 'done', 'failed')),
  run_at timestamptz not null
);
