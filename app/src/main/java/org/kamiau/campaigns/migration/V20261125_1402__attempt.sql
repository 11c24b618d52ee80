-- Counted for all pages for visitors now, in platform.visitor_attempt; ten minutes of counting are not worth a copy.
drop table campaigns.attempt;
