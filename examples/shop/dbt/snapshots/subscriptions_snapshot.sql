{% snapshot subscriptions_snapshot %}

{{ config(
    target_schema='main',
    unique_key='subscription_id',
    strategy='check',
    check_cols=['plan', 'status']
) }}

select subscription_id, plan, status, price_cents
from {{ source('shop', 'subscriptions') }}

{% endsnapshot %}
