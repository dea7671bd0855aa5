create table fct_orders (order_id integer primary key, status text not null, total_cents integer not null, voucher_cents integer not null);
insert into fct_orders values (1, 'paid', 5000, 0), (2, 'paid', 2500, 500), (3, 'cancelled', 900, 0), (4, 'paid', 1999, 0);
