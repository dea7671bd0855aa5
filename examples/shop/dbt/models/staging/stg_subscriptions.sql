select
    subscription_id,
    customer_id,
    plan,
    status,
    interval_weeks,
    {{ cents_to_euros('price_cents') }} as price_eur,
    started_on,
    cancelled_on
from {{ source('shop', 'subscriptions') }}
