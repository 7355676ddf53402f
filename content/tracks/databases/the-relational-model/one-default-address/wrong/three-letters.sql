-- caught by: a country is two upper-case letters

create table addresses (
  id integer generated always as identity primary key,
  customer_id integer not null references customers (id) on delete cascade,
  label text not null,
  country text not null check (country ~ '[A-Z]{2}'),
  is_default boolean not null default false
);

create unique index addresses_one_default on addresses (customer_id) where is_default;

create unique index addresses_label on addresses (customer_id, lower(label));
