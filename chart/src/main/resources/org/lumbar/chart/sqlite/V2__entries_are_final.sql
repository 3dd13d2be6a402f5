create trigger entry_is_not_changed before update on entry
begin select raise(abort, 'an entry is never changed'); end;
create trigger entry_is_not_removed before delete on entry
begin select raise(abort, 'an entry is never removed'); end;
create trigger document_is_not_changed before update on document
begin select raise(abort, 'a document is never changed'); end;
create trigger document_is_not_removed before delete on document
begin select raise(abort, 'a document is never removed'); end;
