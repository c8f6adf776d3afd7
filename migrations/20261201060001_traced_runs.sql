-- A run keeps what enqueued it, as W3C Trace Context says it, so that a request and the run are one trace. The gateway says it
-- for the transaction, beside the claims; what is none is left out, whoever sets it.
alter table ops.runs add column traceparent text
  default (case when current_setting('tripoint.traceparent', true) ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'
    then current_setting('tripoint.traceparent', true) end);
comment on column ops.runs.traceparent is 'The span that enqueued it, W3C Trace Context; null where that was no part of a trace.';
