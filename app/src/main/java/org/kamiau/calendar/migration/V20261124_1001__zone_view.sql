-- Published to other modules: in which zone a moment becomes a day.
create view calendar.zone_view as
    select zone from calendar.setting;
