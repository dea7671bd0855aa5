create table shipments (shipment_id integer primary key, carrier text not null, days integer);
insert into shipments values (1, 'DHL', 2), (2, 'UPS', 4), (3, 'DHL', null);
