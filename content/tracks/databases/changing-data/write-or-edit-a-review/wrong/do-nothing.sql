-- caught by: edits the review that is there
create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language sql as $$
  insert into reviews (book_id, customer_id, rating, body)
  values (book, customer, stars, words)
  on conflict (book_id, customer_id) do nothing
  returning reviews.id, true;
$$;
