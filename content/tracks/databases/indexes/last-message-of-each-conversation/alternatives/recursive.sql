with recursive latest as (
  (select conversation_id, body from messages order by conversation_id desc, id desc limit 1)
  union all
  select m.conversation_id, m.body
  from latest
  cross join lateral (
    select conversation_id, body from messages
    where messages.conversation_id < latest.conversation_id
    order by conversation_id desc, id desc
    limit 1
  ) m
)
select c.id, c.customer, latest.body from latest join conversations c on c.id = latest.conversation_id;
