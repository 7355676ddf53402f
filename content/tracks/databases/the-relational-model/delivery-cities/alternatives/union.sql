select city from customers where city is not null
union
select city from customers where city is not null;
