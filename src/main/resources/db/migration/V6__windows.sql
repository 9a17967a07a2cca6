-- A lane has several limits at once, and not every kind of call counts against them.

alter table pass_lane add column limits text;
alter table pass_lane add column counted text not null default 'SUBMIT,SESSION,LIST,STATUS';
-- one call in so many nanoseconds, written as limits are
update pass_lane set limits = '1000/PT' || (period_nanos::numeric / 1000000) || 'S';
alter table pass_lane alter column limits set not null;
alter table pass_lane drop column period_nanos;

-- Calls are added in the order of time, so this index is small and costs next to nothing.
create index call_by_time on call using brin (sent_at) with (autosummarize = on);
