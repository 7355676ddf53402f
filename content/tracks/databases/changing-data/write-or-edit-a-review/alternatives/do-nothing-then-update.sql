create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language plpgsql as $$
#variable_conflict use_column
begin
  return query
    insert into reviews (book_id, customer_id, rating, body) values (book, customer, stars, words)
    on conflict on constraint reviews_book_id_customer_id_key do nothing
    returning reviews.id, true;
  if found then
    return;
  end if;
  update reviews r set rating = stars, body = words, edited_at = now()
  where r.book_id = book and r.customer_id = customer
    and (r.rating <> stars or r.body is distinct from words);
  return query select r.id, false from reviews r where r.book_id = book and r.customer_id = customer;
end
$$;
