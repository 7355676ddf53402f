-- caught by: two sessions at a time cannot both make a default

create table addresses (
  id integer generated always as identity primary key,
  customer_id integer not null references customers (id) on delete cascade,
  label text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  is_default boolean not null default false
);

create function refuse_second_default() returns trigger language plpgsql as $$
begin
  if new.is_default and exists (
    select from addresses where customer_id = new.customer_id and is_default and id <> new.id
  ) then
    raise unique_violation using message = 'there is a default address already';
  end if;
  return new;
end $$;

create trigger one_default before insert or update on addresses
for each row execute function refuse_second_default();

create unique index addresses_label on addresses (customer_id, lower(label));
