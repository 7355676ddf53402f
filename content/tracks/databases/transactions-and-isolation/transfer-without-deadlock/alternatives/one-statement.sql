create function transfer(from_card integer, to_card integer, cents integer) returns boolean
language sql as $$
  with both_cards as (
    select id, balance from cards where id in (from_card, to_card) order by id desc for update
  ), allowed as (
    select count(*) = 2 and bool_or(id = from_card and balance >= cents) as ok from both_cards
  ), moved as (
    update cards
    set balance = cards.balance + case cards.id when to_card then cents else -cents end
    from allowed
    where allowed.ok and cards.id in (from_card, to_card)
    returning cards.id
  ), noted as (
    insert into transfers (from_card, to_card, cents)
    select from_card, to_card, cents from allowed where ok
    returning id
  )
  select exists (select from noted) and (select count(*) from moved) = 2;
$$;
