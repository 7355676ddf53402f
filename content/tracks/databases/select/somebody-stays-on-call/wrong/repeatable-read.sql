-- caught by: two who leave at the same moment do not both get away
-- part: check
begin isolation level repeatable read;
select name
from engineers
where on_call and name <> current_setting('app.engineer');

-- part: leave
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
