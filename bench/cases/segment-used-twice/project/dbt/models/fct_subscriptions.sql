-- A subscription is running while it is active or paused: a pause is a holiday, not a goodbye. Trials do not run before
-- their first paid delivery. Monthly recurring revenue is the monthly price of the running subscriptions, and the board
-- looks at it beside the number of running subscriptions and of their customers.
select
    subscription_id,
    customer_id,
    plan,
    status,
    round(price_eur * 52 / interval_weeks / 12, 2) as monthly_price_eur
from {{ source('backend', 'subscriptions') }}
