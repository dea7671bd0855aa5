select
    payment_id,
    order_id,
    method,
    status,
    cast(replace(amount, ',', '.') as real) as amount_eur,
    paid_at
from {{ source('payment_provider', 'payments') }}
