select
    s.shipment_id,
    s.order_id,
    s.carrier,
    s.status,
    s.shipped_at,
    s.delivered_at,
    t.target_days,
    cast(julianday(date(s.delivered_at)) - julianday(date(s.shipped_at)) as integer) as days_to_deliver,
    coalesce(julianday(date(s.delivered_at)) - julianday(date(s.shipped_at)) > t.target_days, 0) as is_late
from {{ ref('stg_shipments') }} as s
join {{ ref('stg_orders') }} as o on o.order_id = s.order_id
left join {{ ref('shipping_targets') }} as t on t.carrier = s.carrier
