{{ config(tags=['finance']) }}

select
    subscription_id,
    customer_id,
    plan,
    status,
    started_on,
    cancelled_on,
    round(price_eur * 52 / interval_weeks / 12, 2) as monthly_price_eur,
    status in ('active', 'paused') as is_running
from {{ ref('stg_subscriptions') }}
