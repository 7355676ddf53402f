-- caught by: at most 300 messages are read
select c.id, c.customer, m.body
from (select conversation_id, max(id) as id from messages group by conversation_id) as latest
join messages as m on m.id = latest.id
join conversations as c on c.id = latest.conversation_id;
