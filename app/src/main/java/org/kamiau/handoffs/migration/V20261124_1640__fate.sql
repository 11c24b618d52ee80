-- Today tells everybody what became of the last 30 days' hand-overs: tens of thousands, read from the index alone.
drop index handoffs.handoff_answered;
create index handoff_answered on handoffs.handoff (answered_at) include (boundary, state, late, due_at)
    where answered_at is not null;
