-- caught by: a buyer of another book does not wait

create function sell(book integer) returns boolean
language plpgsql as $$
begin
  lock table books in exclusive mode;
  update books set stock = stock - 1 where id = book and stock > 0;
  if not found then
    return false;
  end if;
  insert into sales (book_id) values (book);
  return true;
end $$;
