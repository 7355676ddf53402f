-- Conversation 3 has nearly all messages, and 40 others have one each.
insert into conversations (id, customer)
select n, 'Customer ' || n from generate_series(1, 45) as n;

insert into messages (id, conversation_id, body)
select n, case when n % 400 = 7 and n < 16000 then 4 + n / 400 else 3 end, 'Message ' || n from generate_series(1, 18000) as n;
