create table fct_orders (order_id integer primary key, placed_on text not null, status text not null, total_cents integer not null, shipping_cents integer not null, is_test integer not null);
insert into fct_orders values
  (1, '2026-01-03', 'delivered', 12500, 490, 0), (2, '2026-01-09', 'cancelled', 9900, 490, 0), (3, '2026-02-01', 'paid', 4900, 0, 0),
  (4, '2026-02-11', 'delivered', 100, 0, 1), (5, '2026-02-12', 'delivered', 7350, 490, 0), (6, '2026-03-02', 'cancelled', 2500, 490, 0);
