-- Weight is what the scale at the packing table says: grams, with packaging. Above 30,000 it is a pallet, which has another
-- tariff. The handover is stamped by the carrier's scanner in seconds since 1970 (UTC); a parcel without it still waits.
-- state: 0 waits, 1 under way, 2 arrived, 9 lost. Parcels are never deleted.
select
    parcel_id,
    carrier_name,
    weight,
    handed_over_at,
    state
from {{ source('warehouse_software', 'parcels') }}
where parcel_id > 0
