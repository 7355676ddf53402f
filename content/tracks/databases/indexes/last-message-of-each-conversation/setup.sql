create table conversations (
  id integer primary key,
  customer text not null
);

create table messages (
  id integer primary key,
  conversation_id integer not null references conversations (id),
  body text not null
);

create index messages_of_conversation on messages (conversation_id, id);
