create table tickets (
  id integer primary key,
  kind text not null,
  started_on date not null,
  finished_on date, -- null while it is in work
  check (finished_on >= started_on)
);
