-- What happened, once and for all: nothing here is ever changed or removed.
create table entry (
  stream text not null,
  sequence bigint not null,
  at text not null,
  author text not null,
  kind text not null,
  payload text not null,
  request text,
  previous text not null,
  hash text not null,
  primary key (stream, sequence)
);
create index entry_request on entry (stream, request);

-- What entries refer to by its SHA-256: signed sheets and the like, kept as they were.
create table document (
  hash text not null primary key,
  media_type text not null,
  content text not null
);

-- A view for lists and search, made anew from the entries whenever it is asked for.
create table patient (
  id text not null primary key,
  sequence bigint not null,
  name text not null,
  sort_key text not null,
  search text not null,
  sex text not null,
  birth_date text not null,
  changed_at text not null,
  signed_version integer not null,
  signed_at text not null
);
create index patient_sort on patient (sort_key);
