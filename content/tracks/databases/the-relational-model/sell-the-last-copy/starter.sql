create function sell(book integer) returns boolean
language plpgsql as $$
begin
  return false;
end $$;
