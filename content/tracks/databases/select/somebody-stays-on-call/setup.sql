create table engineers (
  name text primary key,
  on_call boolean not null
);
