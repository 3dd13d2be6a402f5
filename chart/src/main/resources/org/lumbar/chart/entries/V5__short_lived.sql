-- What all servers of a clinic must know for a while: sessions, counted tries, codes that were used. No part of the chart.
create table short_lived (
  name text not null primary key,
  value text not null,
  tally bigint not null,
  until bigint not null
);
create index short_lived_until on short_lived (until);
