-- caught by: at most 300 messages are read
select id, customer, body
from (
  select c.id, c.customer, m.body, row_number() over (partition by c.id order by m.id desc) as place
  from conversations as c
  join messages as m on m.conversation_id = c.id
) as numbered
where place = 1;
