-- How many flags of a patient wait for a physician.
alter table patient add column open_flags integer not null default 0;
