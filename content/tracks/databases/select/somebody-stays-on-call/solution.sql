-- part: check
begin isolation level serializable;
select name
from engineers
where on_call and name <> current_setting('app.engineer');

-- part: leave
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
