delete from requests;
