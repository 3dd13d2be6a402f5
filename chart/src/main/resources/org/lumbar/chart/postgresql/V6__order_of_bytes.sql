-- Names of streams and keys of sorting are compared byte by byte, whatever language the database was made for.
alter table entry alter column stream type text collate "C";
alter table document alter column hash type text collate "C";
alter table patient alter column sort_key type text collate "C";
