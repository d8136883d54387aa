-- Why is this number what it is: each day cell beside the document that moved it last.
create view why_changed as
select c.series, c.day, c.count, c.revisions, c.last_change, c.last_delta, c.last_document, d.url, d.quote
from day_cells c
left join contributions d on d.key = c.last_document and d.series = c.series and d.day = c.day;

-- Published numbers beside our own count of the same statutes, stage and period.
create view claims_beside_courts as
select key, publisher, measure, unit, scope, from_day, to_day, value, bound, own_series, own_count, own_ratio,
       own_reason, independent_sources, last_seen
from claims
where status = 'CURRENT' and (own_count is not null or own_reason is not null);

-- What moved most in the last seven days against the seven before.
create view top_movers as
select series, name, labels, as_of, count, previous, count - previous as change,
       case when previous > 0 then round(count::numeric / previous, 2) end as ratio
from tallies
where days = 7 and previous is not null
order by abs(count - previous) desc, series;
