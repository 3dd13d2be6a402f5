create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'an entry is never changed or removed'; end; $$;
create trigger entry_is_final before update or delete or truncate on entry
for each statement execute function refuse_change();
create trigger document_is_final before update or delete or truncate on document
for each statement execute function refuse_change();
