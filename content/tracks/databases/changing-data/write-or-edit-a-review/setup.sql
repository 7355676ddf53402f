create table reviews (
  id integer generated always as identity primary key,
  book_id integer not null,
  customer_id integer not null,
  rating integer not null check (rating between 1 and 5),
  body text, -- stars without words are allowed
  created_at timestamptz not null default now(),
  edited_at timestamptz, -- null until it is edited
  unique (book_id, customer_id)
);
