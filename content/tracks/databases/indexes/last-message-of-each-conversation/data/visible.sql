-- 60 conversations with 333 or 334 messages each, and two (61 and 62) in which nobody has written yet.
insert into conversations (id, customer)
select n, 'Customer ' || n from generate_series(1, 62) as n;

insert into messages (id, conversation_id, body)
select n, 1 + n * 37 % 60, 'Message ' || n from generate_series(1, 20000) as n;
