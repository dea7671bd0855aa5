create table fct_subscriptions (subscription_id text primary key, customer_id integer not null, plan text not null, status text not null, monthly_price_eur real not null);
insert into fct_subscriptions values
  ('S1', 1, 'classic', 'active', 24.0), ('S2', 2, 'classic', 'paused', 24.0), ('S3', 3, 'espresso', 'cancelled', 31.5),
  ('S4', 3, 'espresso', 'active', 31.5), ('S5', 4, 'trial', 'trial', 0.0), ('S6', 5, 'classic', 'active', 18.0);
