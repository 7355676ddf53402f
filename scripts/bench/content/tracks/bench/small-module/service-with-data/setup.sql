create table tasks (id int generated always as identity primary key, title text not null);
