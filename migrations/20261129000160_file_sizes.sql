-- The size of a file is a number to clients: no greater one than JSON says exactly.

-- Not checked against what is stored: no storage holds a file of 9 PB.
alter table work.attachments add constraint attachments_size_exact check (size <= 9007199254740991) not valid;
