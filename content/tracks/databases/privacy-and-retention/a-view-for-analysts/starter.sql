create view customers_for_analysis as
select id, email, phone, city
from customers;
