namespace Statute.Jobs.Stores.Sqlite;

/// <summary>
/// The tables of a store. All have a row number as their key: a tree by random id that carries contents is nine times as slow to insert
/// into. Contents stand apart from the rows that are updated, and only the id has an index that every job is in for as long as it is kept.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Marks the file as a store of jobs ("STAJ"), so that another application's database is never taken for one.</summary>
    internal const int ApplicationId = 0x5354414A;

    /// <summary>Grows with every change of the tables.</summary>
    internal const int Version = 1;

    // The numbers of state are those of JobState. Times are Unix milliseconds; ended_age is milliseconds of the store's own age.
    internal static readonly string Create = $"""
        begin immediate;
        create table job (
            seq integer primary key,
            id blob not null,
            owner text,
            operation text not null,
            target text not null,
            state integer not null,
            created integer not null,
            started integer,
            ended integer,
            attempts integer not null,
            cancel_requested integer,
            status integer,
            content_type text,
            content_length integer,
            fence integer not null,
            ended_age integer,
            key_scope blob,
            key_fingerprint blob,
            exclusive text,
            request_sum integer not null,
            answer_sum integer,
            seal integer not null
        ) strict;
        create unique index job_by_id on job (id);
        create unique index job_by_key on job (key_scope) where key_scope is not null;
        create unique index job_by_exclusive on job (exclusive) where exclusive is not null and state < 2;
        create index job_by_owner on job (owner, created) where owner is not null;
        create index job_waiting on job (seq) where state = 0;
        create index job_running on job (seq) where state = 1;
        create index job_by_end on job (ended_age) where ended_age is not null;
        create table request (seq integer primary key, bytes blob not null) strict;
        create table answer (seq integer primary key, bytes blob not null) strict;
        create table store (only integer primary key check (only = 1), age integer not null) strict;
        insert into store values (1, 0);
        pragma application_id = {ApplicationId};
        pragma user_version = {Version};
        commit;
        """;
}
