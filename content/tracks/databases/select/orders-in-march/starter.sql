select id, customer_id, placed_at
from orders;
