-- caught by: a card that is not there, or the same twice, changes nothing
create function transfer(from_card integer, to_card integer, cents integer) returns boolean
language plpgsql as $$
begin
  if from_card = to_card then
    return false;
  end if;
  perform from cards where id in (from_card, to_card) order by id for update;
  update cards set balance = balance - cents where id = from_card and balance >= cents;
  if not found then
    return false;
  end if;
  update cards set balance = balance + cents where id = to_card;
  insert into transfers (from_card, to_card, cents) values (transfer.from_card, transfer.to_card, transfer.cents);
  return true;
end
$$;
