create table page_views (
  id integer generated always as identity primary key,
  visitor text not null,
  path text not null,
  viewed_at timestamptz not null
);
