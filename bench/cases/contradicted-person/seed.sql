create table fct_orders (order_id integer primary key, status text not null, total_eur real not null);
insert into fct_orders values (1, 'paid', 50.0), (2, 'paid', 25.0), (3, 'cancelled', 9.0), (4, 'returned', 20.0);
