select * from (
  select c.id, c.customer, (
    select body from messages where conversation_id = c.id order by id desc limit 1
  ) as body
  from conversations c
) t
where body is not null;
