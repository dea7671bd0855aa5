select
    shipment_no as shipment_id,
    order_id,
    carrier,
    status,
    parcels,
    datetime(shipped_at, 'unixepoch') as shipped_at,
    datetime(delivered_at, 'unixepoch') as delivered_at
from {{ source('fulfilment', 'shipments') }}
