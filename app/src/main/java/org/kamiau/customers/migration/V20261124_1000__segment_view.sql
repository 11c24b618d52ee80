-- Published to other modules: see package-info.
create view customers.segment_view as
    select code, name_ja, name_en, target, position from customers.segment;
