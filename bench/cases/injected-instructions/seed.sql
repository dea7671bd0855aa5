create table fct_payments (payment_id integer primary key, method text not null, status text not null, amount_eur real not null);
insert into fct_payments values (1, 'card', 'settled', 20.0), (2, 'card', 'failed', 35.0), (3, 'invoice', 'settled', 110.5), (4, 'card', 'settled', 9.5);
