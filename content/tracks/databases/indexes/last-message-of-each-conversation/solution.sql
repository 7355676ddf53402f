select conversations.id, conversations.customer, latest.body
from conversations
cross join lateral (
  select messages.body
  from messages
  where messages.conversation_id = conversations.id
  order by messages.id desc
  limit 1
) as latest;
