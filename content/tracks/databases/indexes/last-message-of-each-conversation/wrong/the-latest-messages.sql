-- caught by: a long conversation among short ones
select conversations.id, conversations.customer, messages.body
from (select * from messages order by id desc limit 60) as messages
join conversations on conversations.id = messages.conversation_id;
