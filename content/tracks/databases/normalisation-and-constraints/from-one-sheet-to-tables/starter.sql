create table orders as
select distinct order_no, ordered_on, email, name, city
from sheet;
