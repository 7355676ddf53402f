select id as first_id, id as second_id, name
from customers;
