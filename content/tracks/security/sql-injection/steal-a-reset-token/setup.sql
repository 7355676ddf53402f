create table books (
  id int generated always as identity primary key,
  title text not null,
  author text not null,
  price_cents int not null,
  published_on date not null
);

create table staff (
  id int generated always as identity primary key,
  email text not null unique,
  reset_token text
);
