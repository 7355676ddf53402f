create table readings (
  id integer primary key,
  title text not null,
  seats integer not null check (seats >= 0)
);

create table bookings (
  id integer generated always as identity primary key,
  reading_id integer not null references readings (id),
  email text not null,
  booked_at timestamptz not null default now(),
  constraint one_booking_each unique (reading_id, email)
);
