insert into engineers (name, on_call) values ('ana', true), ('bo', false), ('cy', false);
