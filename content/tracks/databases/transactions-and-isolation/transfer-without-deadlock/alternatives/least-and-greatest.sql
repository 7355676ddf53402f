create function transfer(from_card integer, to_card integer, cents integer) returns boolean
language plpgsql as $$
declare
  available integer;
  n integer := 0;
begin
  perform from cards where id = least(from_card, to_card) for update;
  if found then n := n + 1; end if;
  perform from cards where id = greatest(from_card, to_card) for no key update;
  if found then n := n + 1; end if;
  select balance into available from cards where id = from_card;
  if n < 2 or from_card = to_card or available < cents then
    return false;
  end if;
  update cards set balance = balance + case id when to_card then cents else -cents end where id in (from_card, to_card);
  insert into transfers (from_card, to_card, cents) values ($1, $2, $3);
  return true;
end
$$;
