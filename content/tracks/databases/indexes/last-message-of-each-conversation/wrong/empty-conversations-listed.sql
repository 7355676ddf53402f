-- caught by: the last message of each conversation that has one
select conversations.id, conversations.customer, latest.body
from conversations
left join lateral (
  select messages.body from messages where messages.conversation_id = conversations.id order by messages.id desc limit 1
) as latest on true;
