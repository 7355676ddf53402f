create table books (
  id integer primary key,
  title text not null,
  stock integer not null check (stock >= 0)
);

create table sales (
  id integer generated always as identity primary key,
  book_id integer not null references books (id)
);
