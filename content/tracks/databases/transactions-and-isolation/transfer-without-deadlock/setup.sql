create table cards (
  id integer primary key,
  balance integer not null check (balance >= 0) -- cents
);

create table transfers (
  id integer generated always as identity primary key,
  from_card integer not null references cards (id),
  to_card integer not null references cards (id),
  cents integer not null check (cents > 0)
);
