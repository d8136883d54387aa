-- One table a topic; key is the record's key on the topic. Evidence, labels and the like stay JSON.
create table day_cells (
    key text primary key,
    series text not null,
    name text not null,
    labels jsonb not null,
    day date not null,
    count bigint not null,
    revisions integer not null,
    last_document text not null,
    last_delta bigint not null,
    last_change timestamptz,
    evidence jsonb not null
);
create index day_cells_series on day_cells (series, day);

create table tallies (
    key text primary key,
    series text not null,
    name text not null,
    labels jsonb not null,
    days integer not null,
    from_day date,
    as_of date,
    count bigint not null,
    previous bigint,
    updated_at timestamptz
);

create table claims (
    key text primary key,
    kind text not null,
    publisher text,
    publisher_kind text not null,
    measure text not null,
    unit text not null,
    counted text not null,
    scope text[] not null,
    from_day date,
    to_day date,
    per text not null,
    value double precision,
    high double precision,
    bound text not null,
    status text not null,
    superseded_by text,
    independent_sources integer not null,
    conflicts text[] not null,
    approximates text[] not null,
    history jsonb not null,
    own_series text,
    own_count bigint,
    own_ratio double precision,
    own_reason text,
    first_seen date,
    last_seen date,
    updated_at timestamptz
);
create index claims_measure on claims (measure, publisher);

create table carriers (
    key text not null,
    document text not null,
    outlet text not null,
    story text not null,
    url text not null,
    quote text not null,
    day date,
    primary key (key, document)
);

create table contributions (
    key text not null,
    source text not null,
    mode text not null,
    series text not null,
    name text not null,
    day date not null,
    count bigint not null,
    url text not null,
    quote text not null,
    primary key (key, series, day)
);
create index contributions_cell on contributions (series, day);

create table alerts (
    key text primary key,
    rule text not null,
    series text not null,
    name text not null,
    labels jsonb not null,
    state text not null,
    severity text not null,
    day date,
    last_day date,
    starts_at timestamptz,
    updated_at timestamptz,
    resolved_at timestamptz,
    observed double precision not null,
    expected double precision not null,
    lower double precision not null,
    upper double precision not null,
    p double precision not null,
    excess double precision not null,
    message text not null,
    reason text not null,
    revision integer not null,
    evidence jsonb not null
);

create table source_health (
    key text primary key,
    stream text not null,
    kind text not null,
    name text not null,
    url text not null,
    state text not null,
    reason text not null,
    since timestamptz,
    last_success timestamptz,
    last_new_item timestamptz,
    error_streak integer not null,
    updated_at timestamptz
);
