create table accounts (
  id integer primary key,
  email text not null,
  is_blocked boolean not null
);

create table traits (
  account_id integer not null references accounts (id),
  kind text not null check (kind in ('card', 'address', 'device')),
  value text not null,
  primary key (account_id, kind, value)
);

create index traits_value on traits (kind, value);
