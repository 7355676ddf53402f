select c.id, c.customer, m.body
from conversations c
join messages m on m.id = (select max(id) from messages where conversation_id = c.id);
