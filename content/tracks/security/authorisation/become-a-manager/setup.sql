create table accounts (
  id int generated always as identity primary key,
  token text not null unique,
  name text not null,
  email text not null,
  newsletter boolean not null default false,
  role text not null default 'customer',
  permissions text[] not null default '{}'
);

create table reports (
  name text primary key,
  content text not null
);
