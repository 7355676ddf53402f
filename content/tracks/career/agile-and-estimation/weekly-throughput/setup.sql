create table tickets (
  id integer primary key,
  title text not null,
  closed_on date, -- null while it is on the board
  outcome text check (outcome in ('done', 'dropped')),
  check ((closed_on is null) = (outcome is null))
);
