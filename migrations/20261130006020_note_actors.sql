-- Comments and blocks say who wrote what stands in them. After the function that they call; by name after those that keep the
-- columns which a client may not give.

create trigger b_note_actor before insert or update on work.comments for each row execute function work.note_actor();
create trigger b_note_actor before insert or update on work.blocks for each row execute function work.note_actor();
