create function sell(book integer) returns boolean
language plpgsql as $$
begin
  update books set stock = stock - 1 where id = book and stock > 0;
  if not found then
    return false;
  end if;
  insert into sales (book_id) values (book);
  return true;
end $$;
