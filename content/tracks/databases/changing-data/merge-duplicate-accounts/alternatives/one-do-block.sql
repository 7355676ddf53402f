do $$
declare
  pair record;
begin
  for pair in select * from account_merges loop
    update orders set customer_id = pair.keep_id where customer_id = pair.drop_id;
    update reviews set customer_id = pair.keep_id
    where customer_id = pair.drop_id
      and book_id not in (select book_id from reviews where customer_id = pair.keep_id);
    update customers set referred_by = null where id = pair.keep_id and referred_by = pair.drop_id;
    update customers set referred_by = pair.keep_id where referred_by = pair.drop_id;
    update customers set phone = coalesce(phone, (select phone from customers where id = pair.drop_id))
    where id = pair.keep_id;
    delete from account_merges where drop_id = pair.drop_id;
    delete from customers where id = pair.drop_id; -- the reviews that were not moved go with it
  end loop;
end $$;
