-- caught by: transfers in opposite directions both succeed
create function transfer(from_card integer, to_card integer, cents integer) returns boolean
language plpgsql as $$
begin
  perform from cards where id in (from_card, to_card) order by id for update nowait;
  if from_card = to_card or not exists (select from cards where id = to_card) then
    return false;
  end if;
  update cards set balance = balance - cents where id = from_card and balance >= cents;
  if not found then
    return false;
  end if;
  update cards set balance = balance + cents where id = to_card;
  insert into transfers (from_card, to_card, cents) values (transfer.from_card, transfer.to_card, transfer.cents);
  return true;
end
$$;
