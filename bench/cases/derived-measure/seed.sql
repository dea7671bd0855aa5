create table fct_visits (day text primary key, visits integer not null, orders integer not null, conversion_rate real not null);
insert into fct_visits values ('2026-03-01', 1000, 20, 0.02), ('2026-03-02', 400, 40, 0.1), ('2026-03-03', 600, 12, 0.02), ('2026-03-04', 50, 10, 0.2);
