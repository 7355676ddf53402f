create role support nologin;
