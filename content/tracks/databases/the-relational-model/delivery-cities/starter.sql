select city
from customers;
