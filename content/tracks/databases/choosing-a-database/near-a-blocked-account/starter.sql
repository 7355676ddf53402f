select id, 0 as steps
from accounts
where is_blocked;
