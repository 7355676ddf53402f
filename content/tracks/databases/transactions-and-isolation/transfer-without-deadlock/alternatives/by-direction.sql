create function transfer(from_card integer, to_card integer, cents integer) returns boolean
language plpgsql as $$
begin
  if from_card = to_card or (select count(*) from cards where id in (from_card, to_card)) < 2 then
    return false;
  end if;
  if from_card > to_card then
    update cards set balance = balance + cents where id = to_card;
    update cards set balance = balance - cents where id = from_card and balance >= cents;
    if not found then
      update cards set balance = balance - cents where id = to_card;
      return false;
    end if;
  else
    update cards set balance = balance - cents where id = from_card and balance >= cents;
    if not found then
      return false;
    end if;
    update cards set balance = balance + cents where id = to_card;
  end if;
  insert into transfers (from_card, to_card, cents) values ($1, $2, $3);
  return true;
end
$$;
