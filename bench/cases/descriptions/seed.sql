create table parcels (parcel_id integer primary key, carrier_name text not null, weight integer not null, handed_over_at integer, state integer not null);
insert into parcels values (1, 'DHL', 1200, 1767312000, 1), (2, 'UPS', 450, null, 0), (3, 'DHL', 30500, 1767398400, 2);
