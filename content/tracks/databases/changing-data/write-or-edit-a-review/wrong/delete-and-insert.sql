-- caught by: edits the review that is there
create function save_review(book integer, customer integer, stars integer, words text)
returns table (id integer, created boolean)
language sql as $$
  delete from reviews where book_id = book and customer_id = customer;
  insert into reviews (book_id, customer_id, rating, body) values (book, customer, stars, words)
  returning reviews.id, true;
$$;
