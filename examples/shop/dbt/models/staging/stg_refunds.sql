select
    refund_id,
    order_id,
    line_no,
    reason,
    {{ cents_to_euros('amount_cents') }} as amount_eur,
    refunded_on
from {{ source('shop', 'refunds') }}
