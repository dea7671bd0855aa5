select
    order_id,
    line_no,
    product_id,
    quantity,
    promo_code_id,
    {{ cents_to_euros('unit_price_cents') }} as unit_price_eur,
    {{ cents_to_euros('discount_cents') }} as discount_eur,
    {{ cents_to_euros('(quantity * unit_price_cents - discount_cents)') }} as line_total_eur
from {{ source('shop', 'order_lines') }}
