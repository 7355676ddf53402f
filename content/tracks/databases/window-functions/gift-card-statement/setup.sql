create table card_movements (
  id integer primary key,
  card_id integer not null,
  booked_at timestamptz not null,
  amount numeric(10, 2) not null check (amount <> 0), -- positive: charged, negative: spent
  status text not null check (status in ('booked', 'void'))
);
