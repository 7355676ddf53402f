-- caught by: the check names the others who are on call
-- part: check
begin isolation level serializable;
select name from engineers where on_call;

-- part: leave
update engineers set on_call = false where name = current_setting('app.engineer');
commit;
