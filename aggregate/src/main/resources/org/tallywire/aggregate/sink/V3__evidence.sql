-- What each carrier printed, how far publishers disagree, and which alerts are about the present.
alter table carriers add column value double precision, add column bound text;
alter table claims add column span_min double precision, add column span_best double precision,
    add column span_max double precision, add column span_rule text;
alter table alerts add column mode text, add column valid_until timestamptz, add column ratio double precision,
    add column partial boolean;

-- Every document behind a day cell: the whole answer to "why is this number what it is".
create view cell_documents as
select c.series, c.day, c.count, d.key as document, d.source, d.mode, d.count as adds, d.url, d.quote
from day_cells c
join contributions d on d.series = c.series and d.day = c.day;

-- Cells whose count and documents do not agree: empty unless a topic was read only in part.
create view cells_in_doubt as
select c.series, c.day, c.count, coalesce(sum(d.count), 0) as documents
from day_cells c
left join contributions d on d.series = c.series and d.day = c.day
group by c.key
having c.count <> coalesce(sum(d.count), 0);

-- Who carries a claim, word for word.
create view claim_carriers as
select c.key as claim, c.publisher, c.measure, c.value as claimed, r.outlet, r.day, r.value as printed, r.bound, r.url, r.quote,
       r.document = r.story as independent
from claims c
join carriers r on r.key = c.key;

-- The new columns are filled by reading these topics once more.
delete from sink_offsets where topic in ('claims', 'alerts');
