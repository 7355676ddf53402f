create table orders (id int primary key, customer text not null, total int not null);
