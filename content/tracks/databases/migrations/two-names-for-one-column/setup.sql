create table customers (
  id integer primary key,
  fullname text not null,
  city text
);
