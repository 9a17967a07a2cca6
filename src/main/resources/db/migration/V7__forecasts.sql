-- What a lane was expected to need when it was opened, so that it can be held against what it did need. Null in runs of
-- before, of which nothing was forecast.

-- how long the pass had been worked on by then
alter table pass_lane add column opened_micros bigint;
-- of the calls that the limits count, until the run would be over
alter table pass_lane add column forecast_calls bigint;
alter table pass_lane add column forecast_micros bigint;
