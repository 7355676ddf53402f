-- caught by: two clicks at once: no error, one review
create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language plpgsql as $$
begin
  select r.id into id from reviews r where r.book_id = book and r.customer_id = customer;
  if id is null then
    insert into reviews (book_id, customer_id, rating, body) values (book, customer, stars, words) returning reviews.id into id;
    created := true;
  else
    update reviews r set edited_at = case when (r.rating, r.body) is distinct from (stars, words) then now() else r.edited_at end,
      rating = stars, body = words
    where r.id = save_review.id;
    created := false;
  end if;
  return next;
end
$$;
