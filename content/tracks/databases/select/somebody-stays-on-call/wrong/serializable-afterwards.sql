-- caught by: two who leave at the same moment do not both get away
-- part: check
begin;
select name
from engineers
where on_call and name <> current_setting('app.engineer');

-- part: leave
commit;
begin isolation level serializable;
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
