select
    order_id,
    order_no,
    customer_id,
    channel,
    status,
    store_code,
    placed_at,
    {{ cents_to_euros('shipping_cents') }} as shipping_eur,
    {{ cents_to_euros('total_cents') }} as total_eur,
    {{ cents_to_euros('refunded_cents') }} as refunded_eur
from {{ source('shop', 'orders') }}
where is_test = 0
