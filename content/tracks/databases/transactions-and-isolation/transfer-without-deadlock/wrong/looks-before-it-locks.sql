-- caught by: two transfers of the same money: one of them gets it
create function transfer(from_card integer, to_card integer, cents integer) returns boolean
language plpgsql as $$
declare
  available integer;
begin
  select balance into available from cards where id = from_card;
  if from_card = to_card or available is null or available < cents or not exists (select from cards where id = to_card) then
    return false;
  end if;
  update cards set balance = balance + case id when to_card then cents else -cents end where id in (from_card, to_card);
  insert into transfers (from_card, to_card, cents) values ($1, $2, $3);
  return true;
end
$$;
