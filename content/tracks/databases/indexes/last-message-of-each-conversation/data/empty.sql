-- Conversations without a message.
insert into conversations (id, customer) values (1, 'Una'), (2, 'Vik');
