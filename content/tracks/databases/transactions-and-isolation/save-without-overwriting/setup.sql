create table pages (
  id integer primary key,
  body text not null,
  version integer not null default 1
);
