-- Counts how often a process has taken the run up. Whoever lost its lock without noticing, because its connection
-- broke or its machine slept, marks nothing more once another has taken over.
alter table run add column term int not null default 0;
