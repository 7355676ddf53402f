-- caught by: the check leaves out nobody, also while somebody else is about to leave
-- part: check
begin;
select name
from engineers
where on_call and name <> current_setting('app.engineer')
for update skip locked;
-- part: leave
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
