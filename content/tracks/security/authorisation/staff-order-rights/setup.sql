create table shops (
  id int primary key,
  name text not null
);

create table staff (
  id int generated always as identity primary key,
  shop_id int not null references shops (id),
  name text not null,
  role text not null, -- manager, clerk, auditor; others may come
  token text not null unique
);

create table orders (
  id int generated always as identity primary key,
  shop_id int not null references shops (id),
  status text not null default 'paid',
  total_cents int not null check (total_cents >= 0),
  assignee_id int references staff (id)
);
