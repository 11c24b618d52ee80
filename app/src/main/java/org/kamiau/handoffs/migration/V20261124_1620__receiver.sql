-- What waits for a member's answer, the most urgent first.
create index handoff_to_member on handoffs.handoff (to_member, due_at) where state = 'offered';
create index handoff_giver on handoffs.handoff (from_member, offered_at);
create index handoff_answerer on handoffs.handoff (answered_by, answered_at) where state = 'returned';
