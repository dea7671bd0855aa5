select
    r.refund_id,
    r.order_id,
    l.product_id,
    r.reason,
    r.amount_eur,
    r.refunded_on,
    cast(julianday(r.refunded_on) - julianday(date(o.placed_at)) as integer) as days_after_order
from {{ ref('stg_refunds') }} as r
join {{ ref('stg_orders') }} as o on o.order_id = r.order_id
join {{ ref('stg_order_lines') }} as l on l.order_id = r.order_id and l.line_no = r.line_no
