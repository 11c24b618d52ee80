-- Who does which task here. Without a function nobody does it.
create table people.task_assignment (
    task text primary key,
    function text,
    team_id uuid references people.team,
    member_id uuid references people.member,
    check (function is not null or (team_id is null and member_id is null))
);
insert into people.task_assignment (task, function) values
    ('environment_analysis', 'marketing'), ('product_planning', 'product'), ('pricing', 'product'),
    ('advertising', 'marketing'), ('public_relations', 'public_relations'), ('exhibitions', 'marketing'),
    ('web', 'marketing'), ('content', 'marketing'), ('research', 'marketing'), ('lead_generation', 'marketing'),
    ('lead_qualification', 'marketing'), ('lead_acceptance', 'inside_sales'), ('return_ruling', 'sales_ops'),
    ('deal_acceptance', 'field_sales'), ('visits', 'field_sales'), ('hearing', 'field_sales'),
    ('proposal', 'field_sales'), ('quote', 'field_sales'), ('trade_negotiation', 'trade_sales'),
    ('delivery', 'customer_success'), ('satisfaction', 'customer_success'), ('billing', 'accounting'),
    ('collection', 'accounting'), ('development', 'development'), ('privacy_requests', 'privacy');

create view people.task_view as
    select task, function, team_id, member_id from people.task_assignment;
