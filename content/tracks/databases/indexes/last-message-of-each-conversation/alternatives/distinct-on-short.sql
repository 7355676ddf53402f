select c.id, c.customer, (select m.body from messages m where m.id = t.last) as body
from conversations c
join (select id, (select max(m.id) from messages m where m.conversation_id = cc.id) as last from conversations cc) t on t.id = c.id
where t.last is not null;
