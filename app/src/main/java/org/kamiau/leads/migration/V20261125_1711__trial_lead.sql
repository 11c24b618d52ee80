-- What the trial of the open draft said of each lead that it judged, so that its numbers open their leads.
create table leads.trial_lead (
    lead_id uuid primary key references leads.lead on delete cascade,
    verdict text not null check (verdict in ('stays', 'by_judgement', 'out', 'in', 'none')),
    -- Whether it counts into the volumes of the period; others only show what became of older MQLs.
    counted boolean not null
);
create index trial_lead_verdict on leads.trial_lead (verdict, counted);
