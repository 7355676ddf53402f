create extension btree_gist;

create table rooms (
  id integer primary key,
  branch_id integer not null,
  unique (branch_id, id)
);

create table employees (
  id integer primary key,
  branch_id integer not null,
  unique (branch_id, id)
);
