-- Who wants news by mail, and the letters that wait to be sent. No part of the chart: whoever leaves is forgotten.
create table subscription (
  token text not null primary key,
  email text not null unique,
  language text not null,
  confirmed integer not null default 0,
  since bigint not null
);
create table letter (
  id text not null primary key,
  email text not null,
  subject text not null,
  body text not null,
  since bigint not null
);
create index letter_email on letter (email);
