-- No card has been sold yet.
delete from card_movements;
