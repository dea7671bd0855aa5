create table countries (country_code text primary key, country_name text not null, iso_numeric integer not null, sort_position integer not null);
insert into countries values ('AT', 'Austria', 40, 2), ('CH', 'Switzerland', 756, 3), ('DE', 'Germany', 276, 1);
