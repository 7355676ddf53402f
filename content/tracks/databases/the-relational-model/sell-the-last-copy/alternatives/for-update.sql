create function sell(book integer) returns boolean
language plpgsql as $$
declare
  copies integer;
begin
  select stock into copies from books where id = book for update;
  if copies is null or copies = 0 then
    return false;
  end if;
  update books set stock = stock - 1 where id = book;
  insert into sales (book_id) values (book);
  return true;
end $$;
