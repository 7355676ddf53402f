create table requests (
  id integer primary key,
  route text, -- the pattern, such as /books/:id; null where none matched
  status integer not null,
  duration_ms integer not null
);
