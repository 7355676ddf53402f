-- part: check
begin;
select name
from engineers
where on_call and name <> current_setting('app.engineer')
for share;

-- part: leave
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
