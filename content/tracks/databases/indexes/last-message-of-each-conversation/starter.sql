select distinct on (conversations.id) conversations.id, conversations.customer, messages.body
from conversations
join messages on messages.conversation_id = conversations.id
order by conversations.id, messages.id desc;
