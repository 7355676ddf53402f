delete from tickets;
