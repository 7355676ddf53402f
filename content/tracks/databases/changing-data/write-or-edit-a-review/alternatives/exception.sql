create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language plpgsql as $$
begin
  begin
    insert into reviews (book_id, customer_id, rating, body)
    values (book, customer, stars, words)
    returning reviews.id into save_review.id;
    created := true;
  exception when unique_violation then
    update reviews
    set rating = stars, body = words,
      edited_at = case when rating = stars and body is not distinct from words then edited_at else now() end
    where book_id = book and customer_id = customer
    returning reviews.id into save_review.id;
    created := false;
  end;
  return next;
end
$$;
