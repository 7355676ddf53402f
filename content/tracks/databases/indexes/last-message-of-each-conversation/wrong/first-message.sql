-- caught by: the last message of each conversation that has one
select conversations.id, conversations.customer, earliest.body
from conversations
cross join lateral (
  select messages.body from messages where messages.conversation_id = conversations.id order by messages.id limit 1
) as earliest;
