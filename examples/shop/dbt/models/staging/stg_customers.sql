select
    id as customer_id,
    lower(email) as email,
    country_code,
    loyalty_tier,
    newsletter as takes_newsletter,
    created_at,
    days_since_last_order
from {{ source('shop', 'customers') }}
