create table bookings (
  id serial primary key,
  branch_id int not null,
  room_id int not null,
  host_id int,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null default 'held',
  cancelled_at timestamptz,
  period tstzrange generated always as (case when status <> 'cancelled' then tstzrange(starts_at, ends_at) end) stored,
  constraint status_known check (status = any (array['held', 'confirmed', 'cancelled'])),
  constraint longer_than_nothing check (ends_at > starts_at),
  constraint says_when check (case status when 'cancelled' then cancelled_at is not null else cancelled_at is null end),
  constraint no_overlap exclude using gist (room_id with =, period with &&)
);
alter table bookings add foreign key (room_id, branch_id) references rooms (id, branch_id);
alter table bookings add foreign key (host_id, branch_id) references employees (id, branch_id);
