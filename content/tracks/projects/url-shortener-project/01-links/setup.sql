create table api_keys (
  key_hash text primary key,
  name text not null,
  per_minute integer not null check (per_minute between 1 and 600)
);

create table links (
  code text primary key,
  url text not null,
  key_hash text references api_keys
);

create table clicks (
  code text not null references links on delete cascade,
  day date not null,
  count bigint not null,
  primary key (code, day)
);
