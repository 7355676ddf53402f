create table addresses (
  id serial primary key,
  customer_id integer not null,
  label text not null,
  country char(2) not null,
  is_default boolean not null default false,
  check (country similar to '[A-Z][A-Z]'),
  foreign key (customer_id) references customers on delete cascade,
  exclude using btree (customer_id with =) where (is_default)
);

create unique index on addresses (lower(label), customer_id);
