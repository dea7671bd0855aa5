create table orders (order_id integer primary key, customer_id integer not null, status text not null, total_eur real not null, shipping_eur real not null, refunded_eur real not null);
insert into orders values (1, 7, 'delivered', 100.0, 4.9, 0.0), (2, 7, 'returned', 60.0, 4.9, 55.1), (3, 8, 'cancelled', 40.0, 0.0, 0.0), (4, 9, 'delivered', 249.0, 0.0, 20.0);
