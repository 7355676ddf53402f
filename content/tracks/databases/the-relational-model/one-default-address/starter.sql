create table addresses (
  id integer primary key,
  customer_id integer,
  label text,
  country text,
  is_default boolean
);
